package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Files that are sent with a form, where the server could not get at one. */
public final class FormFiles {
  private FormFiles() {}

  /**
   * Whether a file is larger than it may be; else there is none, as of a form that cannot carry
   * one, or was cut off. The server says the first in one way of a file and in another of a
   * request.
   *
   * @param e with which the server refused to give the file
   * @param most bytes that a file may have
   */
  public static boolean tooLarge(HttpServletRequest request, Exception e, long most) {
    String type = request.getContentType();
    boolean carries =
        type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    return carries
        && (e instanceof IllegalStateException
            || request.getContentLengthLong() < 0
            || request.getContentLengthLong() > most);
  }
}
