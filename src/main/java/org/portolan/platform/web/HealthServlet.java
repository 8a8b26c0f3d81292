package org.portolan.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.portolan.platform.security.OpenTo;

/**
 * Tells whoever runs this node whether it lives, and whether it can serve people. Exact addresses
 * win over the container's own, which would tell everybody more.
 */
@OpenTo("everyone")
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject @Any private transient Instance<HealthCheck> checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = true;
    JsonArrayBuilder answers = Json.createArrayBuilder();
    if (request.getServletPath().equals("/health/ready")) {
      for (HealthCheck check : checks) {
        Optional<String> trouble = check.trouble();
        up = up && trouble.isEmpty();
        JsonObjectBuilder answer =
            Json.createObjectBuilder()
                .add("name", check.name())
                .add("status", word(trouble.isEmpty()));
        trouble.ifPresent(reason -> answer.add("reason", reason));
        check.warning().ifPresent(warning -> answer.add("warning", warning));
        answers.add(answer);
      }
    }
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .print(Json.createObjectBuilder().add("status", word(up)).add("checks", answers).build());
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
