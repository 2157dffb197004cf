/**
 * A workflow as data: states, and transitions with the permission they need and whether a reason must be given.
 * The same constant decides in the server, fills `allowedActions` in answers and draws the buttons and the docs.
 */
export interface Transition<State extends string, Permission extends string = string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly permission: Permission | null;
  readonly reasonRequired: boolean;
}

export interface Machine<State extends string, Action extends string, Permission extends string = string> {
  readonly initial: State;
  readonly transitions: Readonly<Record<Action, Transition<State, Permission>>>;
}

/** The actions open in `state` to someone holding `permissions`, in the machine's order. */
export function allowedActions<S extends string, A extends string, P extends string>(
  machine: Machine<S, A, P>,
  state: S,
  permissions: ReadonlySet<string>,
): A[] {
  return (Object.entries(machine.transitions) as [A, Transition<S, P>][])
    .filter(([, t]) => t.from.includes(state) && (t.permission === null || permissions.has(t.permission)))
    .map(([action]) => action);
}

/** States no path from the initial state reaches; empty in a sound machine (checked when the process boots). */
export function unreachableStates<S extends string, A extends string, P extends string>(
  machine: Machine<S, A, P>,
  states: readonly S[],
): S[] {
  const reached = new Set<S>([machine.initial]);
  const transitions = Object.values(machine.transitions) as Transition<S, P>[];
  for (let grew = true; grew; ) {
    grew = false;
    for (const t of transitions) {
      if (!reached.has(t.to) && t.from.some((s) => reached.has(s))) {
        reached.add(t.to);
        grew = true;
      }
    }
  }
  return states.filter((s) => !reached.has(s));
}
