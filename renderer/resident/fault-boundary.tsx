import { Component, type ReactNode } from 'react';
import { OneMoment } from './one-moment.tsx';

interface FaultBoundaryProps {
  /** A change of it tries again. */
  readonly sequence: number;
  readonly children: ReactNode;
}

interface FaultBoundaryState {
  readonly failed: boolean;
  readonly sequence: number;
}

/** A bug in a screen shows the calm page instead of a white one; the next snapshot tries again. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { failed: false, sequence: this.props.sequence };

  static getDerivedStateFromError(): Partial<FaultBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    { sequence }: FaultBoundaryProps,
    state: FaultBoundaryState,
  ): FaultBoundaryState | null {
    return sequence === state.sequence ? null : { failed: false, sequence };
  }

  override render(): ReactNode {
    return this.state.failed ? <OneMoment /> : this.props.children;
  }
}
