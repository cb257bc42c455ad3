export interface Config {
  app?: {
    /** The sign-in page of the demo portal. */
    demoSignIn?: {
      /**
       * Who is offered: nobody can list users before sign-in.
       * @deepVisibility frontend
       */
      users: Array<{
        /** Name of the User entity in the catalog. */
        name: string;
        /** How the page calls the person. */
        title: string;
        /** The person's team. */
        team: string;
      }>;
    };
  };
}
