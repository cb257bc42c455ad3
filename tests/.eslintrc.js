module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  testRules: {
    // To wait for something on a page, or in a cluster, is to expect it.
    'jest/expect-expect': [
      'warn',
      {
        assertFunctionNames: [
          'expect',
          'waitUntil',
          'team.shows',
          'team.isGone',
          'bench.until',
          'goRound',
          'isTold',
          'keyboard.comesTo',
          'keyboard.goTo',
          'pages.shows',
          '**.waitFor',
        ],
      },
    ],
  },
});
