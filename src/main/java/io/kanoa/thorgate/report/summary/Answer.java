package io.kanoa.thorgate.report.summary;

import java.util.List;

/**
 * What a run says to one of the plan's questions.
 *
 * @param answer in a few words
 * @param reasons what it rests on
 * @param aboutStandIns whether other weights than the plan's were measured, so that it says nothing about those
 */
public record Answer(String question, Standing standing, String answer, List<String> reasons, boolean aboutStandIns) {

    /** How the answer stands. */
    public enum Standing {
        YES,
        NO,
        /** The evidence settles it neither way. */
        OPEN,
        /** No row of the run asked. */
        NOT_ASKED
    }

    public Answer {
        reasons = List.copyOf(reasons);
    }
}
