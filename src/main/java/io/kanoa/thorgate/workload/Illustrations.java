package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Images;
import io.kanoa.thorgate.stream.Image;
import io.kanoa.thorgate.workload.image.PictureMaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Puts images to the texts of prompts, as many as the plan's counts say in turn, no two of them alike. How many tokens the
 * served model makes of them is measured before the first.
 */
final class Illustrations {

    private final Images images;
    private final PictureMaker maker;
    private final Map<Integer, Integer> tokens = new HashMap<>();
    private long nextSeed;
    private int nextPrompt;

    /**
     * Sends a probe for each of the counts.
     *
     * @param questions of the served model
     * @param firstSalt of the prompts; images of other salts are others
     * @throws WorkloadException if the engine refuses an image, ignores it, or makes more of it than the plan keeps room for
     */
    Illustrations(Questions questions, Images images, long firstSalt) {
        this.images = images;
        this.maker = new PictureMaker(images.width(), images.height());
        this.nextSeed = new SplittableRandom(firstSalt).nextLong();
        images.counts().forEach(count -> tokens.put(count, count == 0 ? 0 : probe(questions, count)));
    }

    /** The next prompt, of this text. */
    Prompt of(String text, int textTokens) {
        int count = images.counts().get(nextPrompt++ % images.counts().size());
        return new Prompt(text, textTokens + tokens.getOrDefault(count, 0), make(count));
    }

    /** What went with a prompt that was due at a time. */
    SentImages sent(Prompt prompt, long scheduledNanos) {
        int count = prompt.images().size();
        long bytes = prompt.images().stream().mapToLong(Image::fileBytes).sum();
        return new SentImages(
                scheduledNanos, count, images.width(), images.height(), bytes, tokens.getOrDefault(count, 0));
    }

    private int probe(Questions questions, int count) {
        int made = questions.tokensOf(make(count));
        if (made <= 0) {
            throw new WorkloadException("the engine took " + size(count) + " and counts no prompt token for it (" + made
                    + "): it leaves images out, so nothing with images can be measured");
        }
        if (made > count * images.tokensEach()) {
            throw new WorkloadException(
                    size(count) + " makes " + made + " prompt tokens here, and the plan keeps room" + " for "
                            + images.tokensEach() + " each: raise tokens of images in the plan, or take smaller ones");
        }
        return made;
    }

    private String size(int count) {
        return "a prompt with " + new Images(List.of(count), images.width(), images.height(), images.tokensEach());
    }

    private List<Image> make(int count) {
        return Stream.generate(() -> maker.image(nextSeed++)).limit(count).toList();
    }
}
