package org.portolan.thesaurus.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import javax.xml.stream.XMLStreamException;
import org.portolan.platform.config.Installation;
import org.portolan.platform.security.OpenTo;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.SkosWriter;

/** The whole thesaurus as SKOS, for whoever wants it. */
@OpenTo("everyone")
@WebServlet("/thesaurus-skos")
public class SkosServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient KeptThesaurus thesaurus;
  @Inject private transient Installation installation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/rdf+xml;charset=UTF-8");
    response.setHeader("Content-Disposition", "inline; filename=\"thesaurus.rdf\"");
    try {
      SkosWriter.write(
          thesaurus.get(),
          URI.create(installation.baseUrl()).resolve("/thesaurus").toString(),
          response.getOutputStream());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
