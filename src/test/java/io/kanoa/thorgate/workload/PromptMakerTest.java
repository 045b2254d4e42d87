package io.kanoa.thorgate.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptMakerTest {

    private static final int TEMPLATE = 7;

    /** Ways in which tokenizers cut a text. */
    enum Odd implements TokenCounter {
        WORDS {
            @Override
            public int count(String text) {
                return text.split(" ").length;
            }
        },
        CHARACTERS {
            @Override
            public int count(String text) {
                return text.length();
            }
        },
        /** Equal neighbours, and any word with an "o" after one without, are one token. */
        MERGING_PAIRS {
            @Override
            public int count(String text) {
                String[] words = text.split(" ");
                int tokens = words.length;
                for (int i = 1; i < words.length; i++) {
                    if (words[i].contains("o") && !words[i - 1].contains("o")) {
                        tokens--;
                        i++;
                    }
                }
                return tokens;
            }
        },
        SHORT_PIECES {
            @Override
            public int count(String text) {
                return (int) Math.ceil(text.length() / 1.6);
            }
        },
        /** Each word is two tokens: odd numbers need something else. */
        TWO_A_WORD {
            @Override
            public int count(String text) {
                return 2 * text.split(" ").length
                        + (int) text.chars().filter(c -> c == '.').count();
            }
        },
        /** The first nine words, opening and body, are three tokens as soon as all of them are there. */
        MERGING_THE_SALT {
            @Override
            public int count(String text) {
                int words = text.split(" ").length;
                return words < 9 ? words : words - 6;
            }
        },
        /** Known words are one token; what is cut off falls into letters. */
        WORDS_OR_LETTERS {
            @Override
            public int count(String text) {
                int cut = text.lastIndexOf(' ');
                String last = text.substring(cut + 1);
                int before = cut < 0 ? 0 : text.substring(0, cut).split(" ").length;
                return before + (last.length() == 4 ? 1 : last.length());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Odd.class)
    void prompt_hasExactlyAsManyTokensAsAsked(Odd tokenizer) {
        for (int tokens : new int[] {16, 25, 128, 1000, 4096, 32_000}) {
            PromptMaker maker = maker(tokenizer);
            for (long salt = 5; salt < 9; salt++) {
                String prompt = maker.of(tokens, salt);

                assertThat(tokenizer.count(prompt) + TEMPLATE).as(prompt).isEqualTo(tokens);
                assertThat(prompt).isEqualTo(prompt.strip());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Odd.class,
            names = {"WORDS", "CHARACTERS", "MERGING_PAIRS", "SHORT_PIECES", "MERGING_THE_SALT"})
    void prompts_takeFewQuestions(Odd tokenizer) {
        AtomicInteger questions = new AtomicInteger();
        PromptMaker maker = maker(text -> {
            questions.incrementAndGet();
            return tokenizer.count(text);
        });

        maker.of(32_000, 1);
        assertThat(questions.getAndSet(0)).isLessThanOrEqualTo(1 + 8);
        for (long salt = 2; salt < 22; salt++) {
            maker.of(32_000, salt);
        }
        assertThat(questions.get()).isLessThanOrEqualTo(20 * 6);
    }

    @Test
    void sixtyFourPromptsInARow_startWithDifferentWords_alsoForOtherRows() {
        PromptText text = new PromptText(3);
        for (long firstSalt : new long[] {0, 1L << 14, 5L << 40, -64}) {
            Set<String> first = new HashSet<>();
            LongStream.range(firstSalt, firstSalt + 64)
                    .forEach(salt -> first.add(text.of(salt, 0, 200).split(" ")[0]));
            assertThat(first).hasSize(64);
        }
    }

    @Test
    void neighbours_differInTheirVeryFirstLetter() {
        PromptText text = new PromptText(3);
        for (long salt = 64; salt < 127; salt++) {
            assertThat(text.of(salt, 0, 1)).as("salt %d", salt).isNotEqualTo(text.of(salt + 1, 0, 1));
        }
    }

    @Test
    void rowsOfARun_startAtDifferentPlacesOfTheList() {
        PromptText text = new PromptText(3);
        Stream<String> starts = LongStream.range(0, 64)
                .mapToObj(row -> text.of((1_700_000_000_000L << 20) + (row << 14), 0, 200)
                        .split(" ")[0]);

        assertThat(starts.distinct().count()).isGreaterThan(30);
    }

    @Test
    void sameSalt_givesTheSamePrompt_andAnotherSaltAnother() {
        assertThat(maker(Odd.WORDS).of(500, 8)).isEqualTo(maker(Odd.WORDS).of(500, 8));
        List<String> many = LongStream.range(0, 200)
                .mapToObj(salt -> maker(Odd.WORDS).of(20, salt))
                .toList();
        assertThat(many).doesNotHaveDuplicates();
    }

    @Test
    void impossibleLength_isSaidWithTheNearest() {
        assertThatThrownBy(() -> maker(text -> 10 * text.split(" ").length).of(128, 1))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("128")
                .hasMessageContaining("adds 7");
        assertThatThrownBy(() -> maker(Odd.WORDS).of(TEMPLATE, 1)).isInstanceOf(WorkloadException.class);
    }

    /** Time is for machines that others load too. */
    @Test
    void longPrompts_areMadeInLittleTimeAndMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PromptMaker maker = maker(Odd.SHORT_PIECES);
        maker.of(1000, 1);
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();

        String prompt = maker.of(131_072, 2);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(100_000_000L);
        assertThat(Odd.SHORT_PIECES.count(prompt) + TEMPLATE).isEqualTo(131_072);
    }

    @Test
    void withoutATokenizer_usageOfFewProbesIsEnough() {
        for (Odd tokenizer : Arrays.asList(Odd.WORDS, Odd.SHORT_PIECES, Odd.MERGING_PAIRS, Odd.CHARACTERS)) {
            for (int tokens : new int[] {64, 1024, 131_072}) {
                Set<String> openings = new HashSet<>();
                AtomicInteger probes = new AtomicInteger();
                ProbedPrompts prompts = new ProbedPrompts(
                        text -> {
                            openings.add(text.substring(0, Math.min(60, text.length())));
                            probes.incrementAndGet();
                            return tokenizer.count(text) + TEMPLATE;
                        },
                        new PromptText(3),
                        Long.MIN_VALUE);

                for (long salt = 0; salt < 20; salt++) {
                    String prompt = prompts.of(tokens, salt);
                    assertThat(Math.abs(tokenizer.count(prompt) + TEMPLATE - tokens))
                            .as("%s %d", tokenizer, tokens)
                            .isLessThanOrEqualTo(Math.max(8, tokens / 100));
                    assertThat(openings).doesNotContain(prompt.substring(0, Math.min(60, prompt.length())));
                }
                assertThat(probes.get()).as("%s %d", tokenizer, tokens).isLessThanOrEqualTo(6);
                assertThat(openings).hasSize(probes.get());
            }
        }
    }

    @Test
    void usageThatDoesNotFollowTheText_isAnError() {
        ProbedPrompts prompts = new ProbedPrompts(text -> 5, new PromptText(3), 0);

        assertThatThrownBy(() -> prompts.of(4096, 9))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("4096")
                .hasMessageContaining("usage");
    }

    private static PromptMaker maker(TokenCounter counter) {
        return new PromptMaker(counter, TEMPLATE, new PromptText(3));
    }
}
