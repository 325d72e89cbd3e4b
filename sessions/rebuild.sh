#!/bin/sh
# Writes the shipped session anew, byte for byte, beside this script or into the folder named.
# DOITHOAI names the program; else the one on the path.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
file="${1:-$here}/can-tho-thanh-nien-11.json"
program="${DOITHOAI:-doithoai}"

"$program" new "$file" \
    --id 17242640bb15666e87582481541a28d3 \
    --at 2024-03-22T08:00:00.000+07:00 \
    --by 'người dựng lại' \
    --title 'Đối thoại của lãnh đạo thành phố Cần Thơ với thanh niên' \
    --number 11 \
    --place 'Thành phố Cần Thơ' \
    --attendance 'Thành ủy, Hội đồng nhân dân, Ủy ban nhân dân, Mặt trận Tổ quốc; lãnh đạo các sở, ban, ngành, các địa phương, đảng ủy các trường đại học, cao đẳng; 250 đại biểu đại diện cho khoảng 314.200 đoàn viên và thanh niên (nguồn in “314.2”)' \
    --source 'tường thuật của báo chí về buổi đối thoại. Nguồn không nêu giờ, tên đại biểu, lời trả lời, ai trả lời câu nào; bốn vấn đề được ghi là câu hỏi trực tiếp, câu trả lời được ghi chung cho các sở, ban, ngành. Con số in sai trong nguồn được giữ lại trong ngoặc kép'
"$program" apply "$file" < "$here/can-tho-thanh-nien-11.commands.jsonl" > /dev/null
