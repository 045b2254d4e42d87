package io.kanoa.thorgate.report.plot;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Paths side by side that look the same, as dots of one series do, as one path: a fraction of the size. */
final class PathMerger {

    private static final String OUTLINE = "d";

    private PathMerger() {}

    /** Adds {@code path} to the path before it, if they differ in their outline only; else, or if it is none, leaves it. */
    static void merge(Element path) {
        if (path.getPreviousSibling() instanceof Element before
                && isPath(path)
                && isPath(before)
                && looksAlike(path, before)) {
            before.setAttribute(OUTLINE, before.getAttribute(OUTLINE) + " " + path.getAttribute(OUTLINE));
            path.getParentNode().removeChild(path);
        }
    }

    private static boolean isPath(Element element) {
        return element.getTagName().equals("path")
                && !element.getAttribute("fill").equals("none");
    }

    private static boolean looksAlike(Element one, Element other) {
        NamedNodeMap attributes = one.getAttributes();
        boolean same = attributes.getLength() == other.getAttributes().getLength();
        for (int i = 0; same && i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            same = attribute.getName().equals(OUTLINE)
                    || attribute.getValue().equals(other.getAttribute(attribute.getName()));
        }
        return same;
    }
}
