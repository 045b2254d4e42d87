package io.kanoa.thorgate.engine.inventory;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.engine.launch.Availability;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The container images of a run. One that is named by a tag may be another one tomorrow, and so may be what it does: that is a
 * warning, since the figures are true of the image that was run, and its digest is part of what two runs must share to be compared.
 *
 * @param findings one an image that is not named by its digest
 * @param digests by the engine's or database's id in the plan, with {@code image_} before it; of images that are here
 */
public record ImageInventory(List<Finding> findings, Map<String, String> digests) {

    public ImageInventory {
        findings = List.copyOf(findings);
        digests = Map.copyOf(digests);
    }

    /** Looks for the images; pulls nothing. */
    public static ImageInventory of(Collection<EngineSpec> engines, Collection<DatabaseSpec> databases) {
        Map<String, Launch> launches = new TreeMap<>();
        engines.forEach(engine -> launches.put(engine.id(), engine.launch()));
        databases.forEach(database -> launches.put(database.id(), database.launch()));
        List<Finding> findings = new ArrayList<>();
        Map<String, String> digests = new TreeMap<>();
        launches.forEach((id, launch) -> {
            if (launch instanceof Launch.Container container) {
                Optional<String> digest = Availability.imageDigest(container);
                digest.ifPresent(known -> digests.put("image_" + id, known));
                finding(id, container.image(), digest).ifPresent(findings::add);
            }
        });
        return new ImageInventory(findings, digests);
    }

    private static Optional<Finding> finding(String id, String image, Optional<String> digest) {
        return image.contains("@sha256:")
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "image of " + id,
                        image + ", which moves",
                        "an image by its digest",
                        digest.map(known -> "write in the plan image: " + known)
                                .orElse("pull it, then docker images --digests shows what to write in the plan")));
    }
}
