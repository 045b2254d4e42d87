package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.database.BuiltIndex;
import io.kanoa.thorgate.engine.database.DatabaseFacts;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.vector.DatabaseMemory;
import io.kanoa.thorgate.workload.vector.RagTurn;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import io.kanoa.thorgate.workload.vector.VectorQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VectorMetricsTest {

    /** Two answers between 0 and 1300 ms. */
    private static final List<Timeline> CHAT = List.of(Timelines.steady(0), Timelines.steady(1000));

    @Test
    void latency_countsFromWhenAQueryFellDue_whileTheChatWasMeasured() {
        Map<Metric, Observations> observed = observe(
                List.of(query(-50, 0, 9), query(100, 160, 180), query(200, -1, 900), query(1400, 1400, 1500)),
                List.of(query(-500, -500, -490), query(-400, -400, -380)));

        assertThat(values(observed, Metric.VECTOR_QUERY_LATENCY)).containsExactly(80, Double.NaN);
        assertThat(values(observed, Metric.VECTOR_QUERY_LATENCY_ALONE)).containsExactly(10, 20);
        assertThat(observed.get(Metric.VECTOR_QUERY_COMPLETION_RATIO)).isEqualTo(new Share(1, 2));
        assertThat(observed.get(Metric.VECTOR_QUERY_LATENCY_DEGRADATION))
                .usingRecursiveComparison()
                .isEqualTo(new TwoSamples(new double[] {80}, new double[] {10, 20}, 1));
    }

    @Test
    void recall_hasQueriesAsItsUnits() {
        assertThat(observe(List.of(), List.of()).get(Metric.VECTOR_SEARCH_RECALL))
                .usingRecursiveComparison()
                .isEqualTo(new RatioOfSums(new double[] {500, 400}, new double[] {5, 5}, 0));
    }

    @Test
    void indexAndMemory_areWhatWasSeen() {
        Map<Metric, Observations> observed = observe(List.of(), List.of());

        assertThat(observed.get(Metric.VECTOR_INDEX_BUILD_TIME)).isEqualTo(new Extreme(2.5, 1));
        assertThat(observed.get(Metric.VECTOR_INDEX_MEMORY)).isEqualTo(new Extreme(60, 9));
        assertThat(observed.get(Metric.DATABASE_MEMORY_PEAK)).isEqualTo(new Extreme(200, 9));
        assertThat(Metrics.of(evidence(List.of(), List.of(), DatabaseMemory.NOT_SEEN)))
                .extractingByKey(Metric.DATABASE_MEMORY_PEAK)
                .isInstanceOf(Missing.class);
    }

    @Test
    void turn_lastsFromItsQueryToItsFirstToken_andCountsAsFailedWithoutOne() {
        assertThat(values(observe(List.of(), List.of()), Metric.RETRIEVAL_TO_FIRST_TOKEN))
                .containsExactly(130, Double.NaN);
    }

    @Test
    void noQueryInTime_isMissing_andOtherRowsHaveNothingOfIt() {
        assertThat(observe(List.of(query(5000, 5000, 5001)), List.of()).get(Metric.VECTOR_QUERY_LATENCY))
                .isEqualTo(new Missing("no vector query was due while the chat was measured"));
        assertThat(Metrics.of(Timelines.measured(CHAT)).get(Metric.VECTOR_QUERY_LATENCY))
                .isEqualTo(new Missing("the row has no vector database"));
    }

    private static double[] values(Map<Metric, Observations> observed, Metric metric) {
        return ((PerRequest) observed.get(metric)).values();
    }

    private static Map<Metric, Observations> observe(List<VectorQuery> beside, List<VectorQuery> alone) {
        return Metrics.of(evidence(beside, alone, new DatabaseMemory(40, 100, 200, 9)));
    }

    /** @param sent -1 for a query that was never sent */
    private static VectorQuery query(double due, double sent, double ended) {
        return new VectorQuery(
                Timelines.at(due),
                sent < -999 || sent == -1 ? -1 : Timelines.at(sent),
                Timelines.at(ended),
                sent == -1 ? "never sent" : "");
    }

    private static Evidence evidence(List<VectorQuery> beside, List<VectorQuery> alone, DatabaseMemory memory) {
        Row plain = Timelines.row();
        Work work = new Work.VectorSearch(
                ((Work.SingleUser) plain.work()).serving(),
                new DatabaseSpec("pg", DatabaseSpec.POSTGRESQL, List.of(), new Launch.Program(Optional.empty())),
                new Context("4k", 128),
                new Retrieval(100, 8, 5, 10, 2, 0.5));
        VectorQuery found = query(2000, 2000, 2030);
        List<RagTurn> turns = List.of(
                new RagTurn(found, Timelines.steady(2030)),
                new RagTurn(query(3000, 3000, 3001), Timelines.failure(3001)));
        return new Evidence(plain.with(work), List.of(), CHAT, CHAT, List.of(), List.of(), List.of(), List.of())
                .withVectors(new VectorEvidence(
                        new DatabaseFacts("pg", "PostgreSQL 17", "0.8.0", "program /x/postgres", true),
                        1,
                        new BuiltIndex("hnsw", 2_500_000_000L, 99),
                        memory,
                        List.of(5, 4),
                        alone,
                        beside,
                        turns));
    }
}
