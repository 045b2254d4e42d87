package io.kanoa.thorgate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HidingStreamTest {

    private static final Secrets SECRETS = Secrets.of(Map.of("A_TOKEN", "aab-aab-ü-aac", "B_TOKEN", "another"));

    @Test
    void secret_isHiddenHoweverItIsCut() throws IOException {
        String text = "aaaab-aab-ü-aac aab-aab-ü-aa another x anothe";
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            assertThat(through(text.getBytes(StandardCharsets.UTF_8), random))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("aa*** aab-aab-ü-aa *** x anothe");
        }
    }

    @Test
    void otherBytes_comeThroughAsTheyAre() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(2).nextBytes(bytes);

        assertThat(through(bytes, new Random(3))).isEqualTo(bytes);
    }

    @Test
    void whatIsNoBeginningOfASecret_isNotHeldBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HidingStream stream = new HidingStream(out, SECRETS);

        stream.write("50 %\r".getBytes(StandardCharsets.UTF_8));

        assertThat(out).hasToString("50 %\r");
    }

    private static byte[] through(byte[] bytes, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HidingStream stream = new HidingStream(out, SECRETS)) {
            for (int from = 0; from < bytes.length; ) {
                int count = Math.min(bytes.length - from, 1 + random.nextInt(6));
                stream.write(bytes, from, count);
                from += count;
            }
        }
        return out.toByteArray();
    }
}
