package io.kanoa.thorgate.report.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several candidates that all pass, held against each other.
 *
 * @param left those whom nothing sets apart: one, or several that are equally good or can't be compared
 * @param reasons how it went
 */
record Contest(List<Candidate> left, List<String> reasons) {

    /** Values within this share of the best count as equal. */
    static final double EQUAL = 0.05;

    static Contest of(List<Candidate> passing) {
        Set<String> questions = common(passing);
        if (questions.isEmpty()) {
            return new Contest(
                    passing, List.of("they were asked different things, so their figures can't be compared"));
        }
        List<Candidate> left = passing;
        List<String> reasons = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            if (left.size() > 1) {
                List<Candidate> best = best(left, criterion, questions);
                reasons.add(reason(left, best, criterion, questions));
                left = best;
            }
        }
        return new Contest(left, reasons);
    }

    private static Set<String> common(List<Candidate> candidates) {
        Set<String> common = new LinkedHashSet<>(candidates.get(0).questions());
        candidates.forEach(candidate -> common.retainAll(candidate.questions()));
        return common;
    }

    private static List<Candidate> best(List<Candidate> left, Criterion criterion, Set<String> questions) {
        double least = left.stream()
                .mapToDouble(candidate -> candidate.mean(criterion, questions))
                .reduce(Math::min)
                .orElse(Double.NaN);
        return Double.isNaN(least)
                ? left
                : left.stream()
                        .filter(candidate -> candidate.mean(criterion, questions) <= least * (1 + EQUAL))
                        .toList();
    }

    private static String reason(
            List<Candidate> left, List<Candidate> best, Criterion criterion, Set<String> questions) {
        String values = left.stream()
                .map(candidate -> candidate.title() + " " + criterion.text(candidate.mean(criterion, questions)))
                .collect(Collectors.joining(", "));
        boolean unknown = left.stream().anyMatch(candidate -> Double.isNaN(candidate.mean(criterion, questions)));
        String found = unknown ? "not known of all" : best.size() < left.size() ? "decides" : "equal within 5 %";
        return criterion.words() + " " + found + ": " + values + " (" + String.join(", ", questions) + ")";
    }
}
