package io.kanoa.thorgate.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the workloads of the plan's roles, whole or as a profile changes them. */
final class WorkloadsReader {

    private static final String ROLES = "roles";
    private static final String IMAGES = "images";
    private static final List<String> CHANGES =
            List.of("input-tokens", "output-tokens", "think-time", "reasoning", IMAGES);
    private static final List<String> KEYS =
            List.of(ROLES, "input-tokens", "output-tokens", "think-time", "reasoning", IMAGES);
    private static final int MOST_TOKENS = 10_000_000;

    private final Known roles;

    /** @param models whose roles the workloads may be for */
    WorkloadsReader(Map<String, Model> models) {
        this.roles = new Known(
                "role",
                models.values().stream()
                        .flatMap(model -> model.roles().stream())
                        .distinct()
                        .toList());
    }

    /** The workloads by their id; what is wrong is reported. */
    Map<String, Workload> read(Cursor cursor) {
        Map<String, Workload> workloads = new LinkedHashMap<>();
        Ids.check(cursor.entries())
                .forEach((id, at) -> workloads.put(
                        id,
                        at.section(KEYS)
                                .flatMap(section -> workload(id, section, roles(section), Optional.empty()))
                                .orElseGet(() -> nothing(id))));
        return workloads;
    }

    /** The workload as a profile changes it; what is wrong is reported. */
    static Optional<Workload> changed(Cursor cursor, Workload base) {
        return cursor.section(CHANGES)
                .flatMap(section -> workload(base.id(), section, base.roles(), Optional.of(base)));
    }

    /** In the place of one that is wrong, so that what refers to it is not reported too. */
    private static Workload nothing(String id) {
        return new Workload(id, List.of(), 1, 2, Duration.ZERO, false, Images.NONE);
    }

    private List<String> roles(Section section) {
        return section.need(ROLES).map(at -> WordList.read(at, roles)).orElse(List.of());
    }

    private static Optional<Workload> workload(
            String id, Section section, List<String> roles, Optional<Workload> base) {
        Values values = new Values(section);
        Optional<Images> images = section.find(IMAGES)
                .map(at -> ImagesReader.changed(at, base.map(Workload::images).orElse(Images.NONE)))
                .orElseGet(() -> Optional.of(base.map(Workload::images).orElse(Images.NONE)));
        Workload workload = new Workload(
                id,
                roles,
                values.count("input-tokens", 1, MOST_TOKENS, base.map(Workload::inputTokens)),
                values.count("output-tokens", 2, MOST_TOKENS, base.map(Workload::outputTokens)),
                values.duration("think-time", DurationParser.zeroOrMore(), base.map(Workload::thinkTime)),
                section.find("reasoning")
                        .flatMap(Cursor::truth)
                        .orElse(base.map(Workload::reasons).orElse(false)),
                images.orElse(Images.NONE));
        return images.flatMap(i -> values.complete(workload));
    }
}
