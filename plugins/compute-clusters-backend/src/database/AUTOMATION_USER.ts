/** Who starts and stops clusters where nobody asks. */
export const AUTOMATION_USER = 'compute-clusters';
