package org.portolan.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.portolan.platform.security.OpenTo;

/**
 * The description of the REST interface, as JSON, which is YAML too. It is written by hand: the
 * server would make one at the first request for it, out of every class of every library, which
 * takes a node with little memory minutes. It has its place at all addresses that the server would
 * take for that.
 */
@OpenTo("everyone")
@WebServlet("/openapi/*")
public class DescriptionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final byte[] description = read();

  private static byte[] read() {
    try (InputStream in = DescriptionServlet.class.getResourceAsStream("openapi.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo() != null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/json");
    response.getOutputStream().write(description);
  }
}
