package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.plan.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioExtensionTest {

    @TempDir
    Path folder;

    @Scenario("A")
    static class SingleUserFixture {

        @BeforeEach
        void before() {
            Journal.add("before");
        }

        @PlanRows
        void row(Row row, Bench bench) {
            Journal.add("row " + row.id());
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }

        @AfterEach
        void after() {
            Journal.add("after");
        }
    }

    @Scenario("B")
    static class NeighboursFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).besideItsNeighbour()).meetsItsTargets();
        }
    }

    @Scenario("C")
    static class SwapFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).swapping()).meetsItsTargets();
        }
    }

    @Scenario("E")
    static class InTurnsFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Journal.add("row " + row.id());
            GateAssertions.assertThat(bench.serve(row).inTurns()).meetsItsTargets();
        }
    }

    @Scenario("A")
    static class ForgetfulFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            bench.serve(row).singleUser();
        }
    }

    @Scenario("A")
    static class IdleFixture {
        @PlanRows
        void row(Row row) {
            Journal.add("idle " + row.id());
        }
    }

    @Scenario("A")
    static class BuggyFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            bench.serve(row).singleUser();
            throw new IllegalStateException("a bug in the scenario");
        }
    }

    @Scenario("A")
    static class PickyFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            bench.serve(row).singleUser();
            throw new AssertionError("an assertion of the scenario's own");
        }
    }

    @Scenario("D")
    static class FormatFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).formats()).meetsItsTargets();
        }
    }

    @Nested
    class WhenFormatsAreTried {

        @Test
        void refusedFormat_failsTheRowInTheEnginesWords_andTheOthersAreTold() {
            GateTestKit kit = GateTestKit.run(folder, "good", "D1@picky", FormatFixture.class);

            assertThat(kit.verdicts()).containsExactly("D1@picky=FAIL");
            assertThat(kit.thrownBy("D1@picky")).hasMessageContaining("AWQ (AutoAWQ) refused: no such luck");
            assertThat(kit.json().at("/rows/0/starts/0/version").asText()).isEqualTo("scripted");
            assertThat(kit.json().at("/rows/0/formats").findValuesAsText("outcome"))
                    .containsExactly("served", "refused");
            assertThat(Journal.entries()).contains("start format-fp16-gguf", "end format-fp16-gguf");
        }

        @Test
        void convertedFormat_isNotServed() {
            GateTestKit kit = GateTestKit.run(folder, "good", "D2", FormatFixture.class);

            assertThat(kit.verdicts()).containsExactly("D2=FAIL");
            assertThat(kit.thrownBy("D2")).hasMessageContaining("Q8_0 (GGUF) converted: holds 1 x Q4_0");
        }

        @Test
        void formatThatFailedForWantOfMemory_isNotSettled() {
            GateTestKit kit = GateTestKit.run(folder, "good", "D3", FormatFixture.class);

            assertThat(kit.verdicts()).containsExactly("D3=INCONCLUSIVE");
            assertThat(kit.thrownBy("D3")).hasMessageContaining("Q4_0 (GGUF) not settled: CUDA error: out of memory");
        }

        @Test
        void engineThatServesNothingAtAll_isAnErrorAndNoRefusal() {
            GateTestKit kit = GateTestKit.run(folder, "good", "D1@broken", FormatFixture.class);

            assertThat(kit.verdicts()).containsExactly("D1@broken=ERROR");
            assertThat(kit.thrownBy("D1@broken"))
                    .hasMessageContaining("does not even serve FP16 (GGUF)")
                    .hasMessageContaining("no such luck");
            assertThat(kit.json().at("/rows/0").has("formats")).isFalse();
        }

        @Test
        void engineThatDoesNotSayWhatItHolds_passesNothing() {
            GateTestKit kit = GateTestKit.run(folder, "good", "D1@silent", FormatFixture.class);

            assertThat(kit.verdicts()).containsExactly("D1@silent=INCONCLUSIVE");
            assertThat(kit.thrownBy("D1@silent")).hasMessageContaining("form not told");
        }
    }

    @Nested
    class WhenAllIsWell {

        @Test
        void rows_ofOneServing_shareOneEngine() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A1,A2,A3", SingleUserFixture.class);

            assertThat(Journal.entries())
                    .containsExactly(
                            "start one",
                            "before",
                            "row A1@4k",
                            "after",
                            "before",
                            "row A1@8k",
                            "after",
                            "before",
                            "row A3@4k",
                            "after",
                            "end one",
                            "start two",
                            "before",
                            "row A2@4k",
                            "after",
                            "end two");
            assertThat(kit.verdicts()).containsExactly("A1@4k=PASS", "A1@8k=PASS", "A3@4k=PASS", "A2@4k=PASS");
            assertThat(kit.json().get("verdict").asText()).isEqualTo("GO");
            assertThat(kit.json().get("complete").asBoolean()).isTrue();
        }

        @Test
        void engine_servesTheNextScenarioToo_ifThatNeedsIt() {
            GateTestKit kit =
                    GateTestKit.run(folder, "good", "A2,B1", SingleUserFixture.class, NeighboursFixture.class);

            assertThat(kit.verdicts()).containsExactly("A2@4k=PASS", "B1=PASS");
            assertThat(Journal.entries())
                    .filteredOn(e -> e.startsWith("start"))
                    .containsExactly("start two", "start one");
        }

        @Test
        void row_endsOnceItsTargetsAreSettled_andSaysSo() {
            GateTestKit kit = GateTestKit.run(folder, "long", "A3", SingleUserFixture.class);

            JsonNode course = kit.json().at("/rows/0/course");
            assertThat(course.at("/cap/value").asInt()).isEqualTo(200);
            assertThat(course.at("/measured/value").asInt()).isBetween(20, 200);
            assertThat(course.at("/measured/value").asInt())
                    .isEqualTo(
                            kit.json().at("/rows/0/requests/measured/completed").asInt());
            assertThat(course.at("/looks/0/after/value").asInt()).isEqualTo(20);
            assertThat(course.at("/looks/0/found").asText()).isEqualTo("PASS");
            assertThat(course.at("/warm_up/value").asInt()).isEqualTo(10);
        }

        @Test
        void warmUpFoundByOneRow_isThatOfTheNext() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A1", SingleUserFixture.class);

            assertThat(kit.json().at("/rows/0/course/warm_up/value").asInt()).isEqualTo(10);
            assertThat(kit.json().at("/rows/1/course/warm_up/value").asInt()).isNotEqualTo(10);
        }

        @Test
        void targetAcrossStarts_startsTheEngineAgainAndAgain() {
            GateTestKit kit = GateTestKit.run(folder, "long", "A6", SingleUserFixture.class);

            int starts = kit.json().at("/rows/0/course/figures_by_start").size();
            assertThat(kit.verdicts()).containsExactly("A6@4k=PASS");
            assertThat(starts).isEqualTo(3);
            assertThat(Journal.entries()).filteredOn("start one"::equals).hasSize(starts);
            assertThat(Journal.entries()).filteredOn("end one"::equals).hasSize(starts);
            assertThat(kit.json().at("/rows/0/targets/0/n/value").asInt()).isEqualTo(starts);
            assertThat(kit.json().at("/rows/0/starts")).hasSize(starts);
            assertThat(kit.json().at("/rows/0/course/ended").asText())
                    .isEqualTo("all targets settled after 3 starts of the engine");
        }

        @Test
        void sameWorkOnTwoEngines_isMeasuredInTurns_inReversingOrder() {
            GateTestKit kit = GateTestKit.run(folder, "turns", "E1", InTurnsFixture.class);

            assertThat(kit.verdicts()).containsExactly("E1@good=PASS", "E1@other=PASS");
            assertThat(Journal.entries())
                    .filteredOn(entry -> !entry.startsWith("end"))
                    .containsExactly(
                            "start three on good",
                            "row E1@good",
                            "start three on other",
                            "start three on other",
                            "start three on good",
                            "start three on good",
                            "start three on other",
                            "start three on other",
                            "start three on good",
                            "row E1@other");
            for (int row = 0; row < 2; row++) {
                assertThat(kit.json().at("/rows/" + row + "/starts")).hasSize(4);
                assertThat(kit.json()
                                .at("/rows/" + row + "/requests/measured/completed")
                                .asInt())
                        .isEqualTo(22);
                assertThat(kit.json().at("/rows/" + row + "/course/ended").asText())
                        .isEqualTo("asked in 4 of 4 turns with the same work on other engines");
            }
            assertThat(kit.json().at("/comparisons/0/metrics/0/lead/formula").asText())
                    .contains("ratios of 4 turns");
        }

        @Test
        void rivalThatDoesNotStart_failsItsOwnRowOnly() {
            GateTestKit kit = GateTestKit.run(folder, "turns", "E3", InTurnsFixture.class);

            assertThat(kit.verdicts()).containsExactly("E3@good=PASS", "E3@bad=ERROR");
            assertThat(kit.thrownBy("E3@bad")).hasMessageContaining("the script says that one on bad does not start");
        }

        @Test
        void swap_unloadsOneAndLoadsTheOther_eachTime() {
            GateTestKit kit = GateTestKit.run(folder, "good", "C1", SwapFixture.class);

            assertThat(kit.verdicts()).containsExactly("C1=PASS");
            assertThat(Journal.entries().subList(0, 6))
                    .containsExactly("start one", "end one", "start two", "end two", "start one", "end one");
            assertThat(Journal.entries())
                    .as("6 cold and 6 warm in each direction, and once before the first that counts")
                    .filteredOn("start two"::equals)
                    .hasSize(13);
            assertThat(kit.json().at("/rows/0/swaps")).hasSize(24);
            assertThat(kit.json().at("/rows/0/swap_study/cases").findValuesAsText("files"))
                    .containsExactly("cold", "warm", "cold", "warm");
            assertThat(kit.json()
                            .at("/rows/0/swap_study/cases/0/cached_before/value")
                            .asDouble(-1))
                    .isBetween(0.0, 2.0);
            assertThat(kit.json()
                            .at("/rows/0/swap_study/cases/1/cached_before/value")
                            .asDouble(-1))
                    .isBetween(98.0, 100.0);
            assertThat(kit.json().at("/switching/0/answer").asText())
                    .startsWith("Dynamic switching is viable by restart on good (C1 swap_time ");
        }

        @Test
        void modelsThatSleep_giveWayWithoutAStart_andNoSleeperIsLeft() {
            GateTestKit kit = GateTestKit.run(folder, "good", "C2@sleep-2", SwapFixture.class);

            assertThat(kit.verdicts()).containsExactly("C2@sleep-2=PASS");
            assertThat(Journal.entries().subList(0, 7))
                    .containsExactly(
                            "start one",
                            "sleep 2 one",
                            "start two",
                            "sleep 2 two",
                            "wake one",
                            "sleep 2 one",
                            "wake two");
            assertThat(Journal.entries()).endsWith("sleep 2 one", "wake two", "end one", "end two");
            assertThat(kit.json().at("/rows/0/swaps")).hasSize(24);
        }

        @Test
        void strategyThatReadsNoFile_isMeasuredOnce() {
            GateTestKit kit = GateTestKit.run(folder, "good", "C2@resident,C2@sleep-1", SwapFixture.class);

            assertThat(kit.verdicts()).containsExactlyInAnyOrder("C2@sleep-1=PASS", "C2@resident=PASS");
            assertThat(kit.json().at("/rows/0/swaps")).hasSize(12);
            assertThat(kit.json().findValuesAsText("files")).containsOnly("no disk");
            assertThat(Journal.entries()).filteredOn("sleep 1 one"::equals).hasSize(7);
        }

        @Test
        void modelThatDoesNotBecomeReady_isToldOf_whatWasMeasuredIsKept_andTheNextRowRuns() {
            GateTestKit kit = GateTestKit.run(folder, "hasty", "C3,A1@4k", SwapFixture.class, SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactlyInAnyOrder("C3=ERROR", "A1@4k=PASS");
            assertThat(kit.thrownBy("C3"))
                    .hasMessageContaining("swap 6 of 24 (there, cold) by restart")
                    .hasMessageContaining("for two on hanging to be ready: two on hanging was not ready after 300 ms");
            assertThat(kit.json().findParents("swap_study").get(0).get("swaps")).hasSize(5);
        }

        @Test
        void modelWhoseFilesAreNotKnown_hasNoColdSwap_andNeverPassesOne() {
            GateTestKit kit = GateTestKit.run(folder, "good", "C4", SwapFixture.class);

            assertThat(kit.verdicts()).containsExactly("C4=INCONCLUSIVE");
            assertThat(kit.thrownBy("C4"))
                    .hasMessageContaining(
                            "no cold swap could be measured: the files with the model's weights are not known");
            assertThat(kit.json().at("/switching/0/verdict").asText()).isEqualTo("INCONCLUSIVE");
        }

        @Test
        void engineThatCannotSleep_isSaidSo() {
            GateTestKit kit = GateTestKit.run(folder, "good", "C5", SwapFixture.class);

            assertThat(kit.verdicts()).containsExactly("C5=ERROR");
            assertThat(kit.thrownBy("C5"))
                    .hasMessageContaining("two on hanging has no sleep mode; choose another strategy");
        }

        @Test
        void row_isNamedByItsId() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A1@4k", SingleUserFixture.class);

            assertThat(kit.results().testEvents().succeeded().stream())
                    .extracting(event -> event.getTestDescriptor().getDisplayName())
                    .containsExactly("A1@4k");
        }
    }

    @Nested
    class WhenATargetIsMissed {

        @Test
        void row_failsWithOneLineATarget() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A4,A5", SingleUserFixture.class);

            assertThat(kit.thrownBy("A5@4k"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("A5@4k: FAIL")
                    .hasMessageContaining("output_sequence_length")
                    .hasMessageContaining(">= 1000 tokens")
                    .hasMessageContaining("request_failure_ratio")
                    .hasMessageEndingWith("This row alone: -Dgate.rows=A5@4k");
            assertThat(kit.verdicts()).containsExactly("A4@4k=PASS", "A5@4k=FAIL");
            assertThat(kit.json().get("verdict").asText()).isEqualTo("NO-GO");
        }

        @Test
        void row_failsEvenIfTheScenarioForgetsToAssert() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A5", ForgetfulFixture.class);

            assertThat(kit.thrownBy("A5@4k")).isInstanceOf(AssertionError.class);
            assertThat(kit.verdicts()).containsExactly("A5@4k=FAIL");
        }
    }

    @Nested
    class WhenTheScenarioIsWrong {

        @Test
        void row_thatMeasuresNothing_isNeverAPass() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A4", IdleFixture.class);

            assertThat(kit.thrownBy("A4@4k"))
                    .isInstanceOf(UndecidedException.class)
                    .hasMessageContaining("measured nothing");
            assertThat(kit.verdicts()).containsExactly("A4@4k=NOT_RUN");
        }

        @Test
        void row_withABug_isAnErrorAndKeepsWhatItMeasured() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A4", BuggyFixture.class);

            assertThat(kit.thrownBy("A4@4k")).isInstanceOf(IllegalStateException.class);
            assertThat(kit.verdicts()).containsExactly("A4@4k=ERROR");
            assertThat(folder.resolve("raw"))
                    .isDirectoryContaining(p -> p.toString().contains("timelines"));
        }

        @Test
        void row_withAnAssertionOfItsOwn_fails() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A4", PickyFixture.class);

            assertThat(kit.verdicts()).containsExactly("A4@4k=FAIL");
            assertThat(kit.json().at("/rows/0/reason").asText()).contains("an assertion of the scenario's own");
        }

        @Test
        void row_thatNoClassRuns_failsTheRun() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A4,C1", SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactly("A4@4k=PASS", "C1=NOT_RUN");
            assertThat(kit.json().get("verdict").asText()).isEqualTo("NO-GO");
            assertThat(kit.thrownByContainers())
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown).hasMessageContaining("selected but not run: [C1]"));
        }
    }

    @Nested
    class WhenAnEngineFails {

        @Test
        void engine_thatDoesNotStart_makesItsRowsErrorsAtOnce_andTheNextRowsRun() {
            GateTestKit kit = GateTestKit.run(folder, "bad", "A1,A4", SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactly("A1@4k=ERROR", "A1@8k=ERROR", "A4@4k=PASS");
            assertThat(Journal.entries()).filteredOn("start one"::equals).hasSize(1);
            assertThat(kit.thrownBy("A1@4k"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("no such luck");
            assertThat(kit.thrownBy("A1@8k"))
                    .hasMessageContaining("failed before")
                    .hasMessageContaining("no such luck");
        }

        @Test
        void neighbourThatStarves_failsItsTargets_andTheNextRowsRun() {
            GateTestKit kit =
                    GateTestKit.run(folder, "good", "B2,A4", NeighboursFixture.class, SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactlyInAnyOrder("B2=FAIL", "A4@4k=PASS");
            assertThat(kit.thrownBy("B2"))
                    .hasMessageContaining("background_completion_ratio")
                    .hasMessageContaining("background_backlog_peak");
        }

        @Test
        void engine_thatDiesMidRow_makesItAnErrorWithItsLog_andKeepsTheAnswersUntilThen() {
            GateTestKit kit = GateTestKit.run(folder, "bad", "A2,A4", SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactly("A2@4k=ERROR", "A4@4k=PASS");
            assertThat(kit.thrownBy("A2@4k"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("died")
                    .hasMessageContaining("last words of two");
            assertThat(folder.resolve("raw"))
                    .isDirectoryContaining(p -> p.toString().contains("A2"));
        }

        @Test
        void engine_thatDoesNotEnd_isToldAndTheResultsAreWritten() {
            GateTestKit kit = GateTestKit.run(folder, "bad", "A4", SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactly("A4@4k=PASS");
            assertThat(kit.thrownByContainers())
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown).rootCause().hasMessageContaining("does not end"));
        }

        @Test
        void program_thatIsNotThere_isAnErrorThatSaysWhatToDo() {
            GateTestKit kit = GateTestKit.run(folder, "unknown", "A4", SingleUserFixture.class);

            assertThat(kit.verdicts()).containsExactly("A4@4k=ERROR");
            assertThat(kit.thrownBy("A4@4k"))
                    .hasMessageContaining("There is no program 'no-such-engine' on the PATH")
                    .hasMessageContaining("install it")
                    .hasMessageContaining("program:");
        }
    }

    @Nested
    class WhenTheInputIsBad {

        @Test
        void plan_withErrors_startsNoEngine() throws IOException {
            Path plan = Files.writeString(folder.resolve("wrong.yaml"), "plan: x\nmodls: {}\n");

            GateTestKit kit = GateTestKit.run(folder, plan, "good", "*", SingleUserFixture.class);

            assertThat(Journal.entries()).isEmpty();
            assertThat(kit.thrownByContainers())
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown).hasMessageContaining("did you mean \"models\""));
        }

        @Test
        void selection_thatMatchesNothing_startsNoEngineAndListsTheIds() {
            GateTestKit kit = GateTestKit.run(folder, "good", "A9*", SingleUserFixture.class);

            assertThat(Journal.entries()).isEmpty();
            assertThat(kit.thrownByContainers())
                    .singleElement()
                    .satisfies(thrown ->
                            assertThat(thrown).hasMessageContaining("A9*").hasMessageContaining("A1@4k"));
        }
    }
}
