// The page's hooks, by which frameworks hear of a change before and after; they may take their time.

const run = async (hook, ...given) => typeof hook === 'function' && hook(...given);

export const beforeSetActive = async (_, signsOut) =>
  run(globalThis.__internal_onBeforeSetActive, signsOut ? 'sign-out' : undefined);

export const afterSetActive = async () => run(globalThis.__internal_onAfterSetActive);

/** What `clerk.__internal_setActiveInProgress` shows. */
export const settingActive = (hooks, isUnderWay) => {
  hooks.isSettingActive = isUnderWay;
};
