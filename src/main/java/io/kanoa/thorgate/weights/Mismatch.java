package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Sourced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Holds what a plan declares of a model against what its files say. */
public final class Mismatch {

    /** Declared numbers that people round may differ by this share. */
    private static final double ROUNDING = 0.02;

    private final List<String> problems = new ArrayList<>();
    private final String model;
    private final FoundModel found;

    private Mismatch(String model, FoundModel found) {
        this.model = model;
        this.found = found;
    }

    /**
     * One problem for each thing that differs; what either side does not state is no problem.
     *
     * @param model the model's id in the plan
     * @param precision as the plan writes it, e.g. {@code BF16}
     */
    public static List<String> between(String model, String precision, ModelFacts declared, FoundModel found) {
        Mismatch mismatch = new Mismatch(model, found);
        mismatch.precision(precision);
        mismatch.architecture(declared.architecture());
        mismatch.revision(declared.revision());
        Arrays.stream(FactKey.values()).forEach(key -> mismatch.number(key, declared));
        mismatch.tied(declared.tiedEmbeddings());
        return List.copyOf(mismatch.problems);
    }

    private void precision(String declared) {
        Optional<Precision> meant = Precision.of(declared);
        found.precision()
                .filter(there -> meant.isPresent() && !meant.get().agreesWith(there))
                .ifPresent(there -> problem(
                        "precision " + declared, there.name(), found.path().toString()));
    }

    private void architecture(Optional<Sourced<String>> declared) {
        text("architecture", declared, found.facts().architecture(), String::equals);
    }

    /** A plan may state the first digits of a commit. */
    private void revision(Optional<Sourced<String>> declared) {
        text("revision", declared, found.facts().revision(), (stated, there) -> there.startsWith(stated));
    }

    private void text(
            String what,
            Optional<Sourced<String>> declared,
            Optional<Sourced<String>> there,
            BiPredicate<String, String> agree) {
        if (declared.isPresent() && there.isPresent() && !agree.test(lower(declared.get()), lower(there.get()))) {
            problem(
                    what + " " + declared.get().value(),
                    there.get().value(),
                    there.get().source());
        }
    }

    private void number(FactKey key, ModelFacts declared) {
        Sourced<Long> stated = declared.numbers().get(key);
        Sourced<Long> there = found.facts().numbers().get(key);
        if (stated != null && there != null && differ(key, stated.value(), there.value())) {
            problem(key.word() + " " + stated.value(), there.value().toString(), there.source());
        }
    }

    private void tied(Optional<Sourced<Boolean>> declared) {
        Optional<Sourced<Boolean>> there = found.facts().tiedEmbeddings();
        if (declared.isPresent()
                && there.isPresent()
                && !declared.get().value().equals(there.get().value())) {
            problem(
                    "tied-embeddings " + declared.get().value(),
                    there.get().value().toString(),
                    there.get().source());
        }
    }

    private static boolean differ(FactKey key, long stated, long there) {
        return Math.abs(stated - there) > (key.exact() ? 0 : ROUNDING * there);
    }

    private static String lower(Sourced<String> text) {
        return text.value().toLowerCase(Locale.ROOT);
    }

    private void problem(String declared, String there, String source) {
        problems.add(model + ": the plan declares " + declared + ", but " + source + " says " + there
                + "; correct the plan or put the declared weights there");
    }
}
