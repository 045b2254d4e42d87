package io.kanoa.thorgate.device.preflight;

import java.util.List;

/** Whether the GPU can be used. A Jetson without a driver that answers would run everything on its processor. */
record SoftwareCheck(Facts facts) {

    List<Finding> findings() {
        String found = facts.gpu().text();
        if (facts.gpu().driver().isPresent()) {
            return List.of(Finding.ok("GPU", found));
        }
        return facts.machine().isJetson()
                ? List.of(Finding.warning(
                        "GPU",
                        found.isEmpty() ? "no driver answers" : found + ", no driver answers",
                        "a driver",
                        "sudo apt install nvidia-jetpack; then: nvidia-smi"))
                : List.of(Finding.ok("GPU", found.isEmpty() ? "none of NVIDIA" : found));
    }
}
