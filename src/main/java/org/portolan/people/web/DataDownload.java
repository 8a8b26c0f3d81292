package org.portolan.people.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.portolan.people.OwnData;
import org.portolan.platform.security.OpenTo;

/**
 * All that is kept of somebody, as a file for them; made while it is sent and kept nowhere. The
 * route is open to persons, and past the route the service knows of nobody whose data it could be.
 */
@OpenTo("everyone")
@WebServlet("/account-data")
public class DataDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient OwnData data;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonObject document = data.document();
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"portolan-data.json\"");
    response.setHeader("Cache-Control", "no-store");
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(response.getWriter())) {
      writer.write(document);
    }
  }
}
