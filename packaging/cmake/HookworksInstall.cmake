# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `cmake --install` and `cpack -G DEB`: the programs, the desktop entry, the AppStream description, man pages.
include(GNUInstallDirs)

install(TARGETS hookworks hookworks-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/linux/hookworks.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/linux/hookworks.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/linux/hookworks-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME hookworks.xml)
install(FILES packaging/linux/hookworks.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
file(GLOB man_pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/packaging/man/*.1)
install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

set(CPACK_PACKAGE_NAME hookworks)
set(CPACK_PACKAGE_VENDOR "The Hookworks authors")
set(CPACK_PACKAGE_CONTACT "The Hookworks authors <hookworks@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Webhook workbench for report platforms")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_GENERATOR DEB)
include(CPack)
