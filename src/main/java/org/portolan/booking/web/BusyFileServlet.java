package org.portolan.booking.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.portolan.booking.BusyKept;
import org.portolan.booking.ResourceBlocks;
import org.portolan.booking.Resources;
import org.portolan.booking.UnreadableFile;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.FormFiles;

/** Takes the calendar file of a trainer. The service says who may send one. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = BusyFileServlet.LARGEST,
    maxRequestSize = BusyFileServlet.LARGEST + 64 * 1024)
@WebServlet("/desk/resources/busy")
public class BusyFileServlet extends HttpServlet {
  static final int MEGABYTES = 2;
  static final long LARGEST = MEGABYTES * 1024L * 1024L;
  private static final long serialVersionUID = 1L;

  @Inject private transient ResourceBlocks blocks;
  @Inject private transient Resources resources;
  @Inject private transient CurrentLanguage language;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // it stands in the address, so that a request that is too large leads back to its page
    String typed = request.getParameter("resource");
    long id = typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    resources.get(id);
    response.sendRedirect("/desk/resources/" + id + "?" + take(request, id));
  }

  private String take(HttpServletRequest request, long id) throws IOException {
    Part file;
    try {
      file = request.getPart("file");
    } catch (IllegalStateException | ServletException | IOException e) {
      return FormFiles.tooLarge(request, e, LARGEST) ? "busy=large" : "busy=none";
    }
    if (file == null || file.getSize() == 0) {
      return "busy=none";
    }
    try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      BusyKept kept = blocks.busy(id, in, language.get());
      return "busy=kept&times=" + kept.times() + "&met=" + kept.met();
    } catch (UnreadableFile e) {
      return "busy=" + e.kind().code();
    } finally {
      file.delete();
    }
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    resources.myCentres();
    response.sendRedirect("/desk/resources");
  }
}
