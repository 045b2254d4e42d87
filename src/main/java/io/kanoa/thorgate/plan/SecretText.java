package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/** Text that looks like a secret. A plan is kept, shown and passed on, so that none may stand in it. */
final class SecretText {

    /** What stands in the place of such a text, which is never repeated. */
    static final String PROBLEM =
            "looks like a secret, and all who see the plan would see it; set a variable of our own to it, and"
                    + " write ${NAME} where the plan takes one (environment, api-key)";

    /** As Hugging Face, OpenAI, GitHub, GitLab, NVIDIA, Amazon and Slack make them, and keys in PEM. */
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])(hf_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{16,}"
            + "|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|nvapi-[A-Za-z0-9_-]{20,}"
            + "|AKIA[A-Z0-9]{16}|xox[a-z]-[A-Za-z0-9-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY");

    private static final Pattern CREDENTIALS = Pattern.compile("://[^/\\s@]*@");

    private SecretText() {}

    static boolean isToken(String text) {
        return TOKEN.matcher(text).find();
    }

    /** Whether it holds an address with a user or password. */
    static boolean hasCredentials(String text) {
        return CREDENTIALS.matcher(text).find();
    }
}
