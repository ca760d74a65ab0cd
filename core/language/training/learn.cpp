// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_learn LANGUAGE-FOLDER MODEL-FILE: learns from LANGUAGE-FOLDER/training with the lexicon in LANGUAGE-FOLDER.
#include "language/training/lessons.h"

#include <QFile>
#include <QStringList>

#include <cstdio>

using namespace delpek;
using namespace delpek::language;

namespace
{

int complain(const QString& detail)
{
    std::fprintf(stderr, "%s\n", qPrintable(detail));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        return complain(QStringLiteral("usage: delpek_learn LANGUAGE-FOLDER MODEL-FILE"));
    }
    const auto folder = QString::fromLocal8Bit(argv[1]);
    const auto lexicon = Lexicon::load(folder);
    if (!lexicon) {
        return complain(lexicon.error().detail);
    }
    const auto messages = readLabelled(folder + QStringLiteral("/training"));
    if (!messages) {
        return complain(messages.error().detail);
    }
    const auto bytes = learnCalibrated(Lessons(**lexicon, *messages)).toBytes();
    QFile file(QString::fromLocal8Bit(argv[2]));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return complain(file.errorString());
    }
    return 0;
}
