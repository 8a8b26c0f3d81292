package org.portolan.access.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.portolan.access.PasskeyPurpose;
import org.portolan.access.PasskeyQuestions;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.security.ProofNeeded;

/** Tells the script of the pages what to ask a passkey. */
@OpenTo("everyone")
@WebServlet("/sign-in/passkey")
public class PasskeyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PasskeyQuestions questions;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<PasskeyPurpose> purpose = PasskeyPurpose.find(request.getParameter("for"));
    if (purpose.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      Optional<String> question = questions.ask(purpose.get(), StepCookie.COOKIE.read(request));
      if (question.isPresent()) {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(question.get());
      } else {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
      }
    } catch (NotSignedIn | ProofNeeded e) {
      // the script sends the form without an answer, and the page leads on
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
  }
}
