package io.kanoa.thorgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTailTest {

    @Test
    void fullTail_keepsTheNewestLinesInOrder() {
        LogTail tail = new LogTail(3);
        for (int i = 1; i <= 5; i++) {
            tail.add("line " + i);
        }
        assertThat(tail.last(2)).containsExactly("line 4", "line 5");
        assertThat(tail.last(10)).containsExactly("line 3", "line 4", "line 5");
    }
}
