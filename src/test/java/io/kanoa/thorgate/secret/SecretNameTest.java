package io.kanoa.thorgate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HF_TOKEN",
                "VLLM_API_KEY",
                "OPENAI_APIKEY",
                "PGPASSWORD",
                "AWS_SECRET_ACCESS_KEY",
                "GITHUB_TOKEN_2",
                "API_KEY",
                "KEY",
                "SSH_PASSPHRASE",
                "GITLAB_PAT",
                "HTTP_AUTHORIZATION",
                "REGISTRY_AUTH",
                "hf_token",
                "SECRET",
                "DB_PASS"
            })
    void nameOfASecret_isKnown(String name) {
        assertThat(SecretName.is(name)).isTrue();
    }

    /** What is found by such a name is taken out of all that is written, so that a name too many does harm. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAX_TOKENS",
                "TOKENIZERS_PARALLELISM",
                "TOKENIZER_MODE",
                "GIT_AUTHOR_NAME",
                "XAUTHORITY",
                "SSH_AUTH_SOCK",
                "PWD",
                "OLDPWD",
                "HF_TOKEN_PATH",
                "HF_HOME",
                "PATH",
                "KEYBOARD",
                "PASSWORD_FILE",
                "CUDA_PATH",
                "MONKEY",
                "PGPASSFILE"
            })
    void otherName_isNot(String name) {
        assertThat(SecretName.is(name)).isFalse();
    }
}
