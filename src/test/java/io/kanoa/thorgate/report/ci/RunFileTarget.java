package io.kanoa.thorgate.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.util.List;

/** Results as continuous integration shows them. {@link IOException} is declared. */
public final class RunFileTarget implements Target {

    private static final String ROW =
            "{\"id\":\"A1\",\"verdict\":\"FAIL\",\"reason\":\"slow\",\"targets\":[{\"target\":\"ttft < 5 s\","
                    + "\"verdict\":\"FAIL\",\"metric\":\"time_to_first_token\",\"measured\":{\"value\":4.2,\"unit\":\"s\"},"
                    + "\"limit\":{\"value\":5,\"unit\":\"s\"},\"lower_bound\":{\"value\":4,\"unit\":\"s\"},\"reason\":\"r\"}]}";

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "run-pages";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"verdict\":\"NO-GO\",\"plan\":\"P\",\"profile\":\"p\",\"device\":\"d\",\"counts\":{\"pass\":1,\"fail\":1},\"rows\":["
                        + ROW + "],\"fingerprint\":{\"cpu\":\"x\"}}",
                "{\"verdict\":\"NO-GO\",\"preflight\":[{\"level\":\"STOP\",\"subject\":\"disk\",\"found\":\"f\",\"wanted\":\"w\"}],"
                        + "\"outside\":[{\"id\":\"B\",\"scenario\":\"B\",\"reason\":\"r\"}]}");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        RunFile run;
        try {
            run = RunFile.read(scratch.write("results.json", input));
        } catch (IOException declared) {
            return false;
        }
        assertThat(RunPage.of(run)).isNotBlank();
        assertThat(Annotations.of(run)).noneMatch(line -> line.contains("\n"));
        assertThat(new BeforeAfter(run, run).text()).isNotNull();
        return true;
    }
}
