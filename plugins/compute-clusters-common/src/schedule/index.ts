export {
  lastScheduleEdge,
  nextScheduleEdge,
  type ScheduleEdge,
} from './scheduleEdges';
