package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes a chart fit into a page: ink takes the colour of the page's text, ids are the chart's own, and what a
 * browser does by itself is left out.
 */
final class SvgCleaner {

    private static final String INK = rgb(Look.INK);
    private static final String CURRENT = "currentColor";
    private static final List<String> PAINTS = List.of("fill", "stroke");
    private static final List<String> NEEDLESS = List.of(
            "xml:space",
            "text-rendering",
            "font-family",
            "color-interpolation",
            "color-rendering",
            "image-rendering",
            "shape-rendering");
    /** Marks and words stay whole at the edge of the plot. */
    private static final Set<String> NEVER_CLIPPED = Set.of("text", "ellipse", "circle", "polygon");

    private static final Set<String> EMPTY_IS_NOTHING = Set.of("g", "defs");

    private final String id;

    SvgCleaner(String id) {
        this.id = id;
    }

    void clean(Element element) {
        NEEDLESS.forEach(element::removeAttribute);
        PAINTS.forEach(paint -> paint(element, paint));
        prefix(element, "id", "", "");
        prefix(element, "clip-path", "url(#", ")");
        if (NEVER_CLIPPED.contains(element.getTagName())) {
            element.removeAttribute("clip-path");
        }
        children(element);
    }

    private void children(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner) {
                clean(inner);
                removeIfNothing(element, inner);
                PathMerger.merge(inner);
            }
            child = next;
        }
    }

    private static void removeIfNothing(Element parent, Element child) {
        if (EMPTY_IS_NOTHING.contains(child.getTagName()) && !child.hasChildNodes()) {
            parent.removeChild(child);
        }
    }

    private static void paint(Element element, String paint) {
        if (element.getAttribute(paint).equals(INK)) {
            element.setAttribute(paint, CURRENT);
        }
    }

    private void prefix(Element element, String attribute, String before, String after) {
        String value = element.getAttribute(attribute);
        if (value.startsWith(before) && !value.isEmpty()) {
            String name = value.substring(before.length(), value.length() - after.length());
            element.setAttribute(attribute, before + id + "-" + name.replace("clipPath", "") + after);
        }
    }

    private static String rgb(Color colour) {
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }
}
