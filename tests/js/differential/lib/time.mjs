/** Time stands still at the full hour before the suite began, in ms: for the emulators and the tokens of scenarios. */
export const START_OF_TIME = Math.floor(Date.now() / 3_600_000) * 3_600_000;
