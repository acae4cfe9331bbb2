// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/saved_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// No file of this process grows beyond so many bytes while it lives: a full disk, for a while.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

class SavedFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeFileIsThere();
    void onAFullDiskTheOldOneStays_data();
    void onAFullDiskTheOldOneStays();
    void aDeviceStaysADevice();
    void aFolderIsNoFile();
};

void SavedFileTest::theWholeFileIsThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"f"_s);
    const QByteArray bytes(300'000, 'x');
    QVERIFY(saveFile(path, bytes, QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(contentOf(path), bytes);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(saveFile(path, "short"));
    QCOMPARE(contentOf(path), QByteArray("short"));
}

void SavedFileTest::onAFullDiskTheOldOneStays_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("less than a buffer") << 3'000;
    QTest::newRow("a buffer") << 16'384;
    QTest::newRow("many") << 1'000'000;
}

void SavedFileTest::onAFullDiskTheOldOneStays()
{
    QFETCH(const int, size);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"f"_s);
    QVERIFY(saveFile(path, "as it was"));
    {
        const FullDisk full(1'000);
        const Result<void> saved = saveFile(path, QByteArray(size, 'x'));
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(path), qPrintable(saved.error().message));
    }
    QCOMPARE(contentOf(path), QByteArray("as it was"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void SavedFileTest::aDeviceStaysADevice()
{
    QVERIFY(saveFile(u"/dev/null"_s, "gone"));
    const Result<void> full = saveFile(u"/dev/full"_s, "x");
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::DiskFull);
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void SavedFileTest::aFolderIsNoFile()
{
    const QTemporaryDir folder;
    QVERIFY(!saveFile(folder.path(), "x"));
    QVERIFY(!saveFile(folder.filePath(u"none/f"_s), "x"));
}

QTEST_GUILESS_MAIN(SavedFileTest)
#include "saved_file_test.moc"
