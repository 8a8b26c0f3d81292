package org.portolan.nomination.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.portolan.nomination.Nominations;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.web.FormFiles;
import org.portolan.platform.web.NotFound;

/** Takes the letter of endorsement of a nomination. The service says who may send one. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = EndorsementServlet.LARGEST,
    maxRequestSize = EndorsementServlet.LARGEST + 64 * 1024)
@WebServlet("/desk/nominations/endorsement")
public class EndorsementServlet extends HttpServlet {
  static final int MEGABYTES = 5;
  static final int MOST_PAGES = 20;
  static final long LARGEST = MEGABYTES * 1024L * 1024L;
  private static final long serialVersionUID = 1L;

  @Inject private transient Nominations nominations;
  @Inject private transient FileStore files;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // they stand in the address, so that a request that is too large leads back to its page
    long session = number(request.getParameter("session"));
    String member = String.valueOf(request.getParameter("member"));
    if (session == 0 || !member.matches("[A-Z]{2}")) {
      throw new NotFound("a nomination");
    }
    nominations.requireOpen(session, member);
    String said;
    try {
      nominations.endorse(session, member, files.keep(content(request), rules()));
      said = "done=letter";
    } catch (RefusedFile refused) {
      said = "letter=" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    response.sendRedirect(NominationBean.address(session, member) + "&" + said);
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    nominations.requireAny();
    response.sendRedirect("/desk/nominations");
  }

  private static InputStream content(HttpServletRequest request) throws IOException, RefusedFile {
    try {
      Part file = request.getPart("file");
      if (file == null) {
        throw RefusedFile.missing();
      }
      return file.getInputStream();
    } catch (IllegalStateException | ServletException | IOException e) {
      throw FormFiles.tooLarge(request, e, LARGEST)
          ? RefusedFile.tooLarge(rules())
          : RefusedFile.missing();
    }
  }

  private static FileRules rules() {
    return FileRules.pdf(MEGABYTES, MOST_PAGES);
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }
}
