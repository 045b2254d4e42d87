package io.kanoa.thorgate.report.view;

/** A model of the plan, with the weights that served as it. */
public interface Served {

    /** The name of the weights that served. */
    String title();

    /** Whether they were synthetic. */
    boolean standIn();

    /** The name of the plan's model, where other weights than its own served; empty otherwise. */
    String inPlaceOf();

    /** Whether other weights than the plan's served. */
    default boolean isStoodInFor() {
        return standIn() || !inPlaceOf().isEmpty();
    }

    /** The name of the plan's model. */
    default String planned() {
        return inPlaceOf().isEmpty() ? title() : inPlaceOf();
    }
}
