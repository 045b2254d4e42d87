package io.kanoa.thorgate.plan;

/** What a target claims to hold for: the unit of replication that its statistics need. */
public enum Scope {
    /** Requests within one start of the engine. */
    START,
    /** The build: starts of the engine, since speed varies between starts. */
    BUILD
}
