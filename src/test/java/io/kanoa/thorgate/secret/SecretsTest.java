package io.kanoa.thorgate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final String VALUE = "pa ss/w\"o\\rd+ä";
    private static final Secrets SECRETS = Secrets.of(Map.of("DB_PASSWORD", VALUE, "HOME", "/home/somebody"));

    @Test
    void secret_isHiddenWhereverItStands() {
        assertThat(SECRETS.hide("it is " + VALUE + ", twice: " + VALUE)).isEqualTo("it is ***, twice: ***");
        assertThat(SECRETS.isIn("x" + VALUE)).isTrue();
    }

    @Test
    void whatIsNoSecret_isKept() {
        assertThat(SECRETS.hide("/home/somebody")).isEqualTo("/home/somebody");
        assertThat(SECRETS.isIn("/home/somebody")).isFalse();
    }

    @Test
    void secretInAUrl_isHidden() {
        String inUrl = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);

        assertThat(SECRETS.hide("http://a/?p=" + inUrl)).isEqualTo("http://a/?p=***");
        assertThat(SECRETS.hide("http://a/" + inUrl.replace("+", "%20"))).isEqualTo("http://a/***");
        assertThat(Secrets.of(Map.of("KEY", "ab/cd+ef")).hide("?" + "ab%2Fcd%2Bef".toLowerCase(Locale.ROOT)))
                .isEqualTo("?***");
    }

    @Test
    void secretInJson_isHidden() {
        assertThat(SECRETS.hide("{\"p\":\"pa ss/w\\\"o\\\\rd+ä\"}")).isEqualTo("{\"p\":\"***\"}");
        assertThat(SECRETS.hide("{\"p\":\"pa ss\\/w\\\"o\\\\rd+ä\"}")).isEqualTo("{\"p\":\"***\"}");
    }

    @Test
    void ofSeveralLines_eachIsHidden() {
        Secrets secrets = Secrets.of(Map.of("PRIVATE_KEY", "-----BEGIN-----\nMIIEvQIBADAN\r\nBgkqhkiG9w0B\n"));

        assertThat(secrets.hide("log: BgkqhkiG9w0B and MIIEvQIBADAN")).isEqualTo("log: *** and ***");
    }

    @Test
    void shortOnes_areNotLookedFor() {
        assertThat(Secrets.of(Map.of("PASSWORD", "admin")).isEmpty()).isTrue();
    }

    @Test
    void longerOfTwo_isHiddenAsAWhole() {
        Secrets secrets = Secrets.of(Map.of("A_TOKEN", "abcdef", "B_TOKEN", "abcdefghijkl"));

        assertThat(secrets.hide("abcdefghijkl")).isEqualTo("***");
    }

    @Test
    void apiKey_isNeverShown() {
        ApiKey key = new ApiKey("open-sesame");

        assertThat(key).hasToString("***");
        assertThat(key.authorization()).isEqualTo("Bearer open-sesame");
    }
}
