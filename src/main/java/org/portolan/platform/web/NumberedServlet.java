package org.portolan.platform.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers with something of one record, whose number stands in the address as its routes say. What
 * is no number is not there.
 */
public abstract class NumberedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final String what;

  /**
   * @param what the record is, as it is said of one that is not there
   */
  protected NumberedServlet(String what) {
    this.what = what;
  }

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null || !id.matches("\\d{1,18}")) {
      throw new NotFound(what);
    }
    answer(Long.parseLong(id), request, response);
  }

  /** Writes what was asked for of the record of this number, which may not be there. */
  protected abstract void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
