// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_options.h"

#include "workbench/handon/case_file.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

QString helpText()
{
    return QCoreApplication::translate(
        "hookworks", "Usage: hookworks [OPTIONS] [WORKSPACE] [CASE]...\n"
                     "Opens the window on a workspace file; without one, on your own workspace.\n"
                     "Cases (.hookworks-case) are opened in it, also where it is open already.\n\n"
                     "Options:\n"
                     "  --theme light|dark|system  the colours, for this run\n"
                     "  --version                  the version\n"
                     "  --help                     this text\n\n"
                     "hookworks-cli does everything without a window.\n");
}

StartOptions wrongUsage(const QString& what)
{
    StartOptions options;
    options.say = what + u'\n' + helpText();
    options.exitStatus = 2;
    return options;
}

} // namespace

StartOptions readStartOptions(const QStringList& arguments, const QString& version)
{
    StartOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == u"--help" || argument == u"-h") {
            options.say = helpText();
            return options;
        }
        if (argument == u"--version") {
            options.say = QStringLiteral("hookworks %1\n").arg(version);
            return options;
        }
        if (argument == u"--theme" || argument.startsWith(u"--theme=")) {
            const QString word = argument.contains(u'=') ? argument.section(u'=', 1) : arguments.value(++i);
            options.theme = themeChoiceFromString(word);
            if (!options.theme)
                return wrongUsage(QCoreApplication::translate(
                                      "hookworks", "--theme takes light, dark or system, not \"%1\".")
                                      .arg(word));
            continue;
        }
        if (argument.startsWith(u"--"))
            return wrongUsage(
                QCoreApplication::translate("hookworks", "There is no option %1.").arg(argument));
        if (isCaseFile(argument)) {
            options.cases << argument;
            continue;
        }
        if (!options.file.isEmpty())
            return wrongUsage(QCoreApplication::translate(
                                  "hookworks", "One workspace at a time, please: %1 is a second one.")
                                  .arg(argument));
        options.file = argument;
    }
    return options;
}

} // namespace hookworks
