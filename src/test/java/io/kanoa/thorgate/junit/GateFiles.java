package io.kanoa.thorgate.junit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a gate has written. */
final class GateFiles {

    private GateFiles() {}

    static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** All files as text, those that are compressed unpacked; but for the plan, the engine and the machine that tests made up. */
    static Map<Path, String> texts(Path folder) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : under(folder)) {
            String name = folder.relativize(file).toString();
            if (!name.startsWith("root/") && !name.startsWith("cache/native")) {
                texts.put(file, text(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    private static String text(byte[] bytes) throws IOException {
        boolean isPacked = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        byte[] plain = isPacked ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** How secrets may be written: as they are, and in URLs, JSON and HTML. */
    static List<String> spellings(Map<String, String> secrets) {
        List<String> spellings = new ArrayList<>();
        secrets.values().stream().flatMap(String::lines).forEach(secret -> {
            String inUrl = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            String inHtml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            spellings.addAll(List.of(
                    secret,
                    inUrl,
                    inUrl.replace("+", "%20"),
                    secret.replace("\\", "\\\\").replace("\"", "\\\""),
                    inHtml,
                    inHtml.replace("\"", "&quot;"),
                    secret.substring(secret.length() / 3)));
        });
        return List.copyOf(spellings);
    }

    /** The HTML within Allure's results. */
    static List<String> allureHtml(Path results) throws IOException {
        List<String> html = new ArrayList<>();
        for (Path file : under(results)) {
            if (file.toString().endsWith("-result.json")) {
                html.add(new ObjectMapper()
                        .readTree(file.toFile())
                        .path("descriptionHtml")
                        .asText());
            }
        }
        return html;
    }
}
