module github.com/bonton/bonton

go 1.26
