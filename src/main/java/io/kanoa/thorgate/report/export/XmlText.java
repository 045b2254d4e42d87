package io.kanoa.thorgate.report.export;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document under way, one element a line. Texts must hold nothing that XML can't, which one plain line never does. */
final class XmlText {

    private static final String INDENT = "  ";

    /** A call of the writer. */
    @FunctionalInterface
    private interface Call {
        void on(XMLStreamWriter writer) throws XMLStreamException;
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private final Deque<String> open = new ArrayDeque<>();

    XmlText() {
        try {
            writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("This Java has no writer for XML", e);
        }
        call(w -> w.writeStartDocument("UTF-8", "1.0"));
    }

    void open(String element, Map<String, String> attributes) {
        newLine();
        call(w -> w.writeStartElement(element));
        attributes(attributes);
        open.push(element);
    }

    void close() {
        open.pop();
        newLine();
        call(XMLStreamWriter::writeEndElement);
    }

    void empty(String element, Map<String, String> attributes) {
        newLine();
        call(w -> w.writeEmptyElement(element));
        attributes(attributes);
    }

    void leaf(String element, Map<String, String> attributes, String content) {
        newLine();
        call(w -> w.writeStartElement(element));
        attributes(attributes);
        call(w -> w.writeCharacters(content));
        call(XMLStreamWriter::writeEndElement);
    }

    /** The whole document. */
    String text() {
        call(XMLStreamWriter::writeEndDocument);
        return text + "\n";
    }

    private void attributes(Map<String, String> attributes) {
        attributes.forEach((name, value) -> call(w -> w.writeAttribute(name, value)));
    }

    private void newLine() {
        call(w -> w.writeCharacters("\n" + INDENT.repeat(open.size())));
    }

    private void call(Call call) {
        try {
            call.on(writer);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Can't write XML in memory", e);
        }
    }
}
