package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingContextsTest {

    private static final String SMALL = "source: example/small, precision: F16";
    private static final String LARGE = "source: example/large, precision: F16";

    @TempDir
    private Path folder;

    @Test
    void rowsOfOneModelAndEngine_haveTheSameServing_largeEnoughForAll() throws IOException {
        List<Serving> servings = servings(plan(PlanFiles.mini("plan: Mini", "plan: Mini")));

        assertThat(servings).filteredOn(s -> s.model().id().equals("small")).hasSize(3);
        assertThat(servings.stream().filter(s -> s.model().id().equals("small")).distinct())
                .singleElement()
                .extracting(Serving::context)
                .isEqualTo(OptionalInt.of(8192 + 64));
    }

    @Test
    void modelOfASwapOnly_holdsTheFirstAnswer() throws IOException {
        Work.Swap swap = (Work.Swap)
                last(plan(PlanFiles.mini("plan: Mini", "plan: Mini"))).work();

        assertThat(swap.load().context()).hasValue(512 + 64);
    }

    @Test
    void background_holdsItsOwnPromptsAndAnswers() throws IOException {
        String text = neighbours(
                PlanFiles.mini("input-tokens: 16, output-tokens: 8", "input-tokens: 900, output-tokens: 80"));

        Work.Neighbours work = (Work.Neighbours) last(plan(text)).work();

        assertThat(work.background().context()).hasValue(1088);
        assertThat(work.foreground().context()).hasValue(8192 + 64);
    }

    @Test
    void longerContextThanTheModelHolds_isCut_andTheRowKeepsItsName() throws IOException {
        Plan plan = plan(PlanFiles.mini(SMALL, SMALL + ", context: 5000"));

        assertThat(plan.rows()).extracting(Row::id).contains("A1@4k", "A1@8k");
        assertThat(context(plan, 0)).isEqualTo(new Context("4k", 4096));
        assertThat(context(plan, 1)).isEqualTo(new Context("8k", 5000 - 64));
        assertThat(servings(plan).get(0).context()).hasValue(5000);
    }

    @Test
    void smallerContextOnTheEngine_wins() throws IOException {
        Plan plan = plan(PlanFiles.mini(
                SMALL, SMALL + ", context: 5000, serve: {vllm: {context: 2000}, local: {context: 200}}"));

        assertThat(context(plan, 0)).isEqualTo(new Context("4k", 2000 - 64));
        assertThat(servings(plan).get(0).context()).hasValue(2000);
    }

    @Test
    void backgroundThatDoesNotFit_hasShorterPrompts() throws IOException {
        String text =
                neighbours(PlanFiles.mini("input-tokens: 16, output-tokens: 8", "input-tokens: 900, output-tokens: 80")
                        .replace(LARGE, LARGE + ", context: 512"));

        Row row = last(plan(text));

        assertThat(row.background()).isEqualTo(new Background(1, 512 - 64 - 80, 80));
        assertThat(((Work.Neighbours) row.work()).background().context()).hasValue(512);
    }

    @Test
    void embeddedEngine_takesTheContextOfItsStandIns() throws IOException {
        Plan plan = PlanReader.read(PlanFiles.MINI, "tiny");

        assertThat(servings(plan))
                .hasSize(2)
                .allMatch(serving -> serving.context().isEmpty());
    }

    @Test
    void whatIsSpecialOnAnEngine_isInTheServing() throws IOException {
        Plan plan = plan(PlanFiles.mini(
                        SMALL, SMALL + ", serve: {vllm: {model: /m/small, arguments: [--dtype, half], chat: false}}")
                .replace("vllm: {driver: vllm}", "vllm: {driver: vllm, arguments: [--seed, \"1\"]}"));

        Serving serving = servings(plan).get(0);

        assertThat(serving.modelName()).isEqualTo("/m/small");
        assertThat(serving.arguments()).containsExactly("--seed", "1", "--dtype", "half");
        assertThat(serving.onEngine().chat()).isFalse();
        assertThat(((Work.Swap) last(plan).work()).load().modelName()).isEqualTo("example/large");
    }

    private static String neighbours(String text) {
        return text.replace("unload: small", "foreground: small")
                .replace("load: large", "background: large\n        chat: 4k")
                .replace("        targets: [model_swap_time < 5 s]\n", "");
    }

    private static Context context(Plan plan, int row) {
        return ((Work.SingleUser) plan.rows().get(row).work()).context();
    }

    private static Row last(Plan plan) {
        return plan.rows().get(plan.rows().size() - 1);
    }

    private static List<Serving> servings(Plan plan) {
        return plan.rows().stream()
                .flatMap(row -> Stream.of(row.work().servings()))
                .flatMap(List::stream)
                .toList();
    }

    private Plan plan(String text) throws IOException {
        return PlanReader.read(Files.writeString(folder.resolve("targets.yaml"), text), "real");
    }
}
