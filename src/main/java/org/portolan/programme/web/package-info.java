/** The pages on which centres and Regional Offices plan a training year. */
package org.portolan.programme.web;
