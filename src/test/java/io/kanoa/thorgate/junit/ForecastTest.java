package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Preflight;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Surroundings;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.TargetVerdict;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final Path PLAN = Path.of("targets.yaml");
    private static final Plan THOR = PlanReader.read(PLAN, "thor");

    @ParameterizedTest
    @CsvSource({
        "A1@4k, 8.2",
        "A1@32k, 7.8",
        "A1@128k, 6.8",
        "A2@8k, 4.2",
        "A2@32k, 4.1",
        "A3@4k, 6.6",
        "A4@4k, 10.4",
        "B1, 8.2"
    })
    void ceilings_ofTheShippedPlan_areThoseOfTheDevice(String row, double ceiling) {
        assertThat(forecast(Map.of()).of(row(row)).ceiling().orElseThrow().tokensPerSecond())
                .isCloseTo(ceiling, within(0.03 * ceiling));
    }

    @ParameterizedTest
    @CsvSource({"C1@restart, 9.2", "C2@sleep-2, 5.9"})
    void floorsOfLoading_comeFromTheGivenDiskRate(String row, double seconds) {
        assertThat(forecast(Map.of("gate.disk-rate", "7 GB/s"))
                        .of(row(row))
                        .floor()
                        .orElseThrow()
                        .seconds()
                        .orElseThrow())
                .isCloseTo(seconds, within(0.03 * seconds));
    }

    @Test
    void timeToLoad_thatIsTooShortForTheDisk_isAWarning() {
        assertThat(forecast(Map.of("gate.disk-rate", "0.03 GB/s")).preflight().findings())
                .filteredOn(finding -> finding.subject().startsWith("loading of"))
                .containsExactly(Finding.warning(
                        "loading of olmo-3-32b-think",
                        "load-timeout is 1800 s",
                        "at least 2149 s to read it from this disk",
                        "Raise load-timeout in the profile's sampling: its rows end as an ERROR otherwise."));
        assertThat(forecast(Map.of("gate.disk-rate", "7 GB/s")).preflight().findings())
                .extracting(Finding::subject)
                .noneMatch(subject -> subject.startsWith("loading of"));
    }

    @Test
    void filesThatAreHere_countMoreThanWhatThePlanDeclares() {
        Row row = row("A2@8k");
        Serving serving = row.work().servings().get(0);
        FoundModel half = new FoundModel(
                Path.of("m"), ModelFacts.NONE, Precision.of("FP8"), 1, Map.of("F8_E4M3", 1L), Optional.empty());

        Forecast forecast =
                Forecast.of(THOR, Preflight.described(THOR.device()), Map.of(serving, half), options(Map.of()));

        assertThat(forecast.of(row).ceiling().orElseThrow().tokensPerSecond()).isCloseTo(8.3, within(0.2));
    }

    @Test
    void rowThatCannotBeLoaded_isNotStarted_andSaysWhy() {
        RowVerdict verdict = forecast(Map.of()).settled(row("A1@4k")).orElseThrow();

        assertThat(verdict.decision()).isEqualTo(Decision.INFEASIBLE);
        assertThat(verdict.reason()).contains("needs 804 GB of 128 GB", "4-bit still needs 219 GB");
        assertThat(verdict.targets()).extracting(TargetVerdict::decision).containsOnly(Decision.INFEASIBLE);
    }

    @Test
    void rowBeyondItsCeiling_isMeasuredBriefly_orSkipped() {
        Row row = row("A2@8k");

        assertThat(forecast(Map.of()).settled(row)).isEmpty();
        assertThat(forecast(Map.of()).asRun(row).sampling().requests()).isEqualTo(20);
        assertThat(forecast(Map.of("gate.infeasible", "skip")).settled(row))
                .map(RowVerdict::decision)
                .contains(Decision.INFEASIBLE);
        assertThat(forecast(Map.of("gate.dry-run", "")).settled(row))
                .map(RowVerdict::decision)
                .contains(Decision.INFEASIBLE);
    }

    @Test
    void measuredRowBeyondItsCeiling_isInfeasible_whateverWasMeasured() {
        Row row = row("A2@8k");
        TargetVerdict missed =
                new TargetVerdict(row.targets().get(0), Decision.INCONCLUSIVE, 4, 3.9, 4.1, 20, "t", "too close");
        RowVerdict measured = new RowVerdict(row, Decision.INCONCLUSIVE, List.of(missed), "too close");

        RowVerdict held = Infeasible.in(measured, forecast(Map.of()).of(row));

        assertThat(held.decision()).isEqualTo(Decision.INFEASIBLE);
        assertThat(held.targets()).singleElement().satisfies(target -> {
            assertThat(target.decision()).isEqualTo(Decision.INFEASIBLE);
            assertThat(target.measured()).isEqualTo(4);
            assertThat(target.reason()).contains("4.21 tok/s at most");
        });
    }

    @Test
    void rowWithoutABoundThatItMisses_staysAsItIs() {
        Plan embedded = PlanReader.read(PLAN, "embedded");
        Forecast forecast = Forecast.of(embedded, Preflight.described(embedded.device()), Map.of(), options(Map.of()));
        Row row = embedded.rows().get(0);
        RowVerdict passed = new RowVerdict(row, Decision.PASS, List.of(), "");

        assertThat(forecast.settled(row)).isEmpty();
        assertThat(forecast.asRun(row)).isSameAs(row);
        assertThat(Infeasible.in(passed, forecast.of(row))).isSameAs(passed);
    }

    @Test
    void dryRun_startsNothing_andARowThatIsPossibleIsNoFailure() {
        Forecast dry = forecast(Map.of("gate.dry-run", "true"));

        RowVerdict possible = dry.settled(row("D2")).orElseThrow();

        assertThat(possible.decision()).isEqualTo(Decision.NOT_RUN);
        assertThat(dry.isHarmless(possible)).isTrue();
        assertThat(dry.isHarmless(dry.settled(row("A2@8k")).orElseThrow())).isFalse();
    }

    @Test
    void machineThatIsNotFit_startsNoRow() {
        PreflightReport stop = Preflight.described(THOR.device())
                .with(List.of(Finding.stop("machine", "a PC", "jetson-agx-thor", "run it there")));
        Forecast forecast = Forecast.of(THOR, stop, Map.of(), options(Map.of()));

        RowVerdict verdict = forecast.settled(row("A2@8k")).orElseThrow();

        assertThat(verdict.decision()).isEqualTo(Decision.NOT_RUN);
        assertThat(verdict.reason()).isEqualTo("not started: machine is a PC, the plan asks for jetson-agx-thor");
        assertThat(forecast.isHarmless(verdict)).isFalse();
    }

    @Test
    void describedDevice_choosesItsProfile_andIsRefusedWithoutADryRun() {
        Machine here = Machine.read(Path.of("/"));
        Surroundings surroundings = Surroundings.ofThisProcess();
        Map<String, String> device = Map.of("gate.device", "jetson-agx-thor", "gate.dry-run", "");

        assertThat(options(device).plan(here, surroundings).profile()).isEqualTo("thor");
        assertThatThrownBy(
                        () -> options(Map.of("gate.device", "jetson-agx-thor")).plan(here, surroundings))
                .hasMessageContaining("goes with -Dgate.dry-run only");
        assertThatThrownBy(() -> options(Map.of("gate.device", "jetson-thor", "gate.dry-run", ""))
                        .plan(here, surroundings))
                .hasMessageContaining("no profile of targets.yaml is for this device");
    }

    @Test
    void wrongValues_areRefused() {
        assertThatThrownBy(() -> forecast(Map.of("gate.infeasible", "no"))).hasMessageContaining("measure or skip");
        assertThatThrownBy(() -> forecast(Map.of("gate.disk-rate", "fast"))).hasMessageContaining("write GB/s");
    }

    private static Forecast forecast(Map<String, String> options) {
        return Forecast.of(THOR, Preflight.described(THOR.device()), Map.of(), options(options));
    }

    private static GateOptions options(Map<String, String> values) {
        return new GateOptions(name -> Optional.ofNullable(values.get(name)), Map.of());
    }

    private static Row row(String id) {
        return THOR.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
