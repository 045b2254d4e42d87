package io.kanoa.thorgate.secret;

import java.util.regex.Pattern;

/** Names that say of a variable that its value must not be seen. */
public final class SecretName {

    /** Not {@code MAX_TOKENS}, {@code TOKENIZER_MODE}, {@code GIT_AUTHOR_NAME}, {@code SSH_AUTH_SOCK}, {@code HF_TOKEN_PATH}. */
    private static final Pattern SHAPE = Pattern.compile("(?i).*(TOKEN(_?\\d+)?|(_|^)(KEY|PAT|PASS|AUTH)|APIKEY"
            + "|(SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|AUTHORIZATION).*"
            + "(?<!_FILE|_PATH|_DIR|_SOCK|_URL))");

    private SecretName() {}

    /** Whether a variable of this name holds a secret. */
    public static boolean is(String variable) {
        return SHAPE.matcher(variable).matches();
    }
}
