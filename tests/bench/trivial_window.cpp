// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>

/// The floor of startup_bench: the least that a Qt program can show.
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QLabel window(QStringLiteral("A trivial window"));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
