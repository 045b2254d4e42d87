package io.kanoa.thorgate.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.summary.Candidate.Miss;
import io.kanoa.thorgate.report.summary.Candidate.Ran;
import io.kanoa.thorgate.report.summary.Recommendation.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecommendationTest {

    private static final String ROLE = "coding";

    @Property
    void order_ofTheCandidatesDoesNotMatter(@ForAll("fields") List<Candidate> candidates, @ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));

        Recommendation one = Recommendation.of(ROLE, candidates);
        Recommendation other = Recommendation.of(ROLE, shuffled);

        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.rows()).containsExactlyInAnyOrderElementsOf(one.rows());
        if (one.outcome() != Outcome.SEVERAL) {
            assertThat(other.answer()).isEqualTo(one.answer());
        }
    }

    @Property
    void candidateThatMissesATarget_isNeverRecommended(@ForAll("fields") List<Candidate> candidates) {
        Recommendation found = Recommendation.of(ROLE, candidates);

        boolean someonePasses = candidates.stream().anyMatch(Candidate::passes);
        assertThat(found.outcome() == Outcome.ONE || found.outcome() == Outcome.SEVERAL)
                .isEqualTo(someonePasses);
        if (found.outcome() == Outcome.ONE) {
            assertThat(candidates)
                    .filteredOn(candidate -> candidate.title().equals(found.answer()))
                    .singleElement()
                    .matches(Candidate::passes);
        }
    }

    @Property
    void candidateThatIsBetterInEverything_wins(@ForAll("figures") Map<Criterion, Double> figures) {
        Map<Criterion, Double> worse = new EnumMap<>(Criterion.class);
        figures.forEach((criterion, value) -> worse.put(criterion, value * 1.2));

        Recommendation found =
                Recommendation.of(ROLE, List.of(candidate("a", "4k", worse), candidate("b", "4k", figures)));

        assertThat(found.outcome()).isEqualTo(Outcome.ONE);
        assertThat(found.answer()).isEqualTo("model b");
    }

    @Property
    void differencesWithinFivePercent_setNobodyApart(@ForAll("figures") Map<Criterion, Double> figures) {
        Map<Criterion, Double> nearly = new EnumMap<>(Criterion.class);
        figures.forEach((criterion, value) -> nearly.put(criterion, value * 1.049));

        Recommendation found =
                Recommendation.of(ROLE, List.of(candidate("a", "4k", nearly), candidate("b", "4k", figures)));

        assertThat(found.outcome()).isEqualTo(Outcome.SEVERAL);
    }

    @Test
    void timeToFirstToken_weighsMoreThanAllElse() {
        Recommendation found = Recommendation.of(
                ROLE,
                List.of(
                        candidate("a", "4k", figures(90, 30, 9e9, 900)),
                        candidate("b", "4k", figures(100, 3, 1e9, 1))));

        assertThat(found.answer()).isEqualTo("model a");
        assertThat(found.reasons())
                .contains("time to first token decides: model a 90 ms, model b 100 ms (4k)")
                .noneMatch(reason -> reason.contains("inter-token"));
        assertThat(found.wouldChange()).contains("model b, if it were the better one where that decided");
    }

    @Test
    void equalFirstTokens_areDecidedByTheNextCriterion() {
        Recommendation found = Recommendation.of(
                ROLE,
                List.of(
                        candidate("a", "4k", figures(90, 30, 9e9, 900)),
                        candidate("b", "4k", figures(91, 20, 9e9, 900))));

        assertThat(found.answer()).isEqualTo("model b");
        assertThat(found.reasons()).contains("inter-token latency decides: model a 30 ms, model b 20 ms (4k)");
    }

    @Test
    void valueThatIsNotKnownOfAll_decidesNothing() {
        Recommendation found = Recommendation.of(
                ROLE,
                List.of(
                        candidate("a", "4k", figures(Double.NaN, 30, 9e9, 900)),
                        candidate("b", "4k", figures(91, 40, 9e9, 900))));

        assertThat(found.answer()).isEqualTo("model a");
        assertThat(found.reasons())
                .anyMatch(reason -> reason.startsWith("time to first token not known of all: model a n/a"));
    }

    @Test
    void candidatesThatWereAskedDifferentThings_areNotCompared() {
        Recommendation found = Recommendation.of(
                ROLE,
                List.of(candidate("a", "4k", figures(90, 30, 9e9, 900)), candidate("b", "8k", figures(9, 3, 9e8, 90))));

        assertThat(found.outcome()).isEqualTo(Outcome.SEVERAL);
        assertThat(found.reasons()).contains("they were asked different things, so their figures can't be compared");
    }

    @Test
    void nobodyPasses_namesTheNearestMiss() {
        Candidate far = new Candidate("a", "model a", false, List.of(missed("A1", 0.6)));
        Candidate near = new Candidate("b", "model b", false, List.of(missed("A2", 0.1)));
        Candidate twice = new Candidate("c", "model c", false, List.of(missed("A3", 0.01), missed("A4", 0.01)));

        Recommendation found = Recommendation.of(ROLE, List.of(far, near, twice));

        assertThat(found.outcome()).isEqualTo(Outcome.NONE);
        assertThat(found.answer()).isEqualTo("none of the candidates; nearest is model b");
        assertThat(found.wouldChange())
                .containsExactly("model b, if it passed A2 > 30 tok/s (measured 20 tok/s, FAIL)");
        assertThat(found.rows()).containsExactly("A1", "A2", "A3", "A4");
    }

    @Test
    void candidateWithoutARow_isToldAndNotChosen() {
        Recommendation alone = Recommendation.of(ROLE, List.of(new Candidate("a", "model a", false, List.of())));
        Recommendation beside = Recommendation.of(
                ROLE,
                List.of(new Candidate("a", "model a", false, List.of()), candidate("b", "4k", figures(1, 1, 1, 1))));

        assertThat(alone.outcome()).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(beside.answer()).isEqualTo("model b");
        assertThat(beside.reasons()).contains("model a is a candidate too, but no row measured it");
    }

    @Test
    void standIns_areSaidToBe() {
        Candidate standIn = new Candidate("a", "model a", true, List.of(ran("A1", "4k", figures(1, 1, 1, 1))));

        assertThat(Recommendation.of(ROLE, List.of(standIn)).aboutStandIns()).isTrue();
        assertThat(Recommendation.of(ROLE, List.of(candidate("b", "4k", figures(1, 1, 1, 1))))
                        .aboutStandIns())
                .isFalse();
    }

    @Provide
    Arbitrary<List<Candidate>> fields() {
        Arbitrary<Double> figure = Arbitraries.doubles().between(1, 100).injectDuplicates(0.3);
        Arbitrary<Candidate> one = Combinators.combine(
                        figure,
                        figure,
                        Arbitraries.of("4k", "8k"),
                        Arbitraries.of(0, 0, 1, 2),
                        Arbitraries.of(true, true, false))
                .as((first, gap, question, misses, ran) -> new Candidate(
                        "",
                        "",
                        false,
                        ran ? List.of(row("", question, misses, figures(first, gap, 1, 1))) : List.of()));
        return one.list().ofMinSize(1).ofMaxSize(5).map(RecommendationTest::named);
    }

    @Provide
    Arbitrary<Map<Criterion, Double>> figures() {
        Arbitrary<Double> figure = Arbitraries.doubles().between(0.01, 1e6);
        return Combinators.combine(figure, figure, figure, figure).as(RecommendationTest::figures);
    }

    private static List<Candidate> named(List<Candidate> candidates) {
        List<Candidate> named = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String id = String.valueOf((char) ('a' + named.size()));
            List<Ran> rows = candidate.rows().stream()
                    .map(row -> new Ran("A" + id, row.question(), row.misses(), row.figures()))
                    .toList();
            named.add(new Candidate(id, "model " + id, false, rows));
        }
        return named;
    }

    private static Candidate candidate(String id, String question, Map<Criterion, Double> figures) {
        return new Candidate(id, "model " + id, false, List.of(ran("A" + id, question, figures)));
    }

    private static Ran ran(String row, String question, Map<Criterion, Double> figures) {
        return row(row, question, 0, figures);
    }

    private static Ran row(String row, String question, int misses, Map<Criterion, Double> figures) {
        return new Ran(row, question, Collections.nCopies(misses, new Miss("something", 0.5)), figures);
    }

    private static Ran missed(String row, double shortfall) {
        Miss miss = new Miss(row + " > 30 tok/s (measured 20 tok/s, FAIL)", shortfall);
        return new Ran(row, "4k", List.of(miss), figures(1, 1, 1, 1));
    }

    private static Map<Criterion, Double> figures(double firstToken, double gap, double memory, double energy) {
        Map<Criterion, Double> figures = new EnumMap<>(Criterion.class);
        figures.put(Criterion.TIME_TO_FIRST_TOKEN, firstToken);
        figures.put(Criterion.INTER_TOKEN_LATENCY, gap);
        figures.put(Criterion.MEMORY, memory);
        figures.put(Criterion.ENERGY, energy);
        return figures;
    }
}
